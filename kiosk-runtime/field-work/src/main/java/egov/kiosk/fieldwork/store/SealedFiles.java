package egov.kiosk.fieldwork.store;

import egov.kiosk.domain.field.FieldException;
import egov.kiosk.domain.field.FieldException.Reason;
import egov.kiosk.domain.field.FieldStore;
import egov.kiosk.domain.rest.RestBox;
import egov.kiosk.domain.rest.RestException;
import egov.kiosk.domain.rest.RestKeyId;
import egov.kiosk.domain.rest.RestPlace;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One sealed file for each thing (decision 0028):
 *
 * <pre>
 * {shelf}/{id}       sealed under the kiosk's data key, bound to shelf and id
 * {shelf}/{id}.new   a newer one on its way; whatever of it a power cut leaves counts for nothing
 * wiping             everything is being taken away, and this goes last; rescued things stay
 * </pre>
 *
 * A file is written aside, synced, and renamed into its place: old or new is there, never a part.
 */
public final class SealedFiles implements FieldStore {
  private static final byte[] NOTHING_BESIDE = {};
  private static final String NEW = ".new";
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,63}");

  /** How the data keys know this store. */
  private static final String STORE = "field";

  private final Path root;
  private final Disk disk;
  private final RestBox box;
  private volatile boolean wiping;

  private SealedFiles(Path root, Disk disk, RestBox box) {
    this.root = root;
    this.disk = disk;
    this.box = box;
  }

  /**
   * Opens the store, and seals anew what is under a former key. A wipe that was cut off is {@link
   * #wiping} still: what was not handed in is sealed for the platform before it goes.
   *
   * @param root its directory, made when missing
   * @throws FieldException {@code KEYS} when it is another machine's; it is left untouched then
   */
  public static SealedFiles open(Path root, Disk disk, RestBox box) throws FieldException {
    SealedFiles files = new SealedFiles(root, disk, box);
    try {
      disk.directory(root);
      files.wiping = disk.list(root).contains(files.wipingMark());
      for (Shelf shelf : Shelf.values()) {
        disk.directory(files.directory(shelf));
        for (Path leftOver : disk.list(files.directory(shelf))) {
          if (leftOver.toString().endsWith(NEW)) {
            disk.delete(leftOver);
          }
        }
      }
    } catch (IOException e) {
      throw files.storage(e);
    }
    files.tend();
    return files;
  }

  @Override
  public synchronized List<String> ids(Shelf shelf) throws FieldException {
    try {
      return disk.list(directory(shelf)).stream()
          .map(file -> file.getFileName().toString())
          .filter(name -> ID.matcher(name).matches())
          .toList();
    } catch (IOException e) {
      throw storage(e);
    }
  }

  @Override
  public synchronized Optional<byte[]> get(Shelf shelf, String id) throws FieldException {
    if (!ID.matcher(id).matches()) {
      return Optional.empty();
    }
    byte[] sealed;
    try {
      sealed = disk.read(file(shelf, id));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw storage(e);
    }
    try {
      if (sealed.length < RestKeyId.LENGTH) {
        throw new RestException(RestException.Reason.ALTERED, "it is too short");
      }
      return Optional.of(box.open(place(shelf, id), NOTHING_BESIDE, sealed));
    } catch (RestException e) {
      throw keys(e);
    }
  }

  @Override
  public synchronized void put(Shelf shelf, String id, byte[] content) throws FieldException {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("an id has 1 to 64 letters, digits or hyphens");
    }
    byte[] sealed;
    try {
      sealed = box.seal(place(shelf, id), NOTHING_BESIDE, content);
    } catch (RestException e) {
      throw keys(e);
    }
    Path fresh = directory(shelf).resolve(id + NEW);
    try {
      disk.write(fresh, sealed);
      disk.rename(fresh, file(shelf, id));
      disk.sync(directory(shelf));
    } catch (IOException e) {
      throw storage(e);
    }
  }

  @Override
  public synchronized void remove(Shelf shelf, String id) throws FieldException {
    if (!ID.matcher(id).matches()) {
      return;
    }
    try {
      disk.delete(file(shelf, id));
      disk.sync(directory(shelf));
    } catch (IOException e) {
      throw storage(e);
    }
  }

  @Override
  public synchronized void beginWipe() throws FieldException {
    // Closed even where the disk has no room for the mark.
    wiping = true;
    try {
      disk.write(wipingMark(), new byte[0]);
      disk.sync(root);
    } catch (IOException e) {
      throw storage(e);
    }
  }

  @Override
  public boolean wiping() {
    return wiping;
  }

  @Override
  public synchronized void clear(Set<Shelf> shelves) throws FieldException {
    try {
      for (Shelf shelf : shelves) {
        disk.directory(directory(shelf));
        for (Path file : disk.list(directory(shelf))) {
          disk.delete(file);
        }
        disk.sync(directory(shelf));
      }
    } catch (IOException e) {
      throw storage(e);
    }
  }

  @Override
  public synchronized void endWipe() throws FieldException {
    try {
      disk.delete(wipingMark());
      disk.sync(root);
      wiping = false;
    } catch (IOException e) {
      throw storage(e);
    }
  }

  /**
   * Seals anew what is not under the current key, and says which keys are needed.
   *
   * @throws FieldException {@code KEYS} when something is under a key this machine does not have
   */
  public synchronized void tend() throws FieldException {
    try {
      Set<RestKeyId> used = new HashSet<>();
      RestKeyId current = box.current();
      List<String> foreign = new ArrayList<>();
      for (Shelf shelf : Shelf.values()) {
        for (String id : ids(shelf)) {
          used.add(tend(shelf, id, current, foreign));
        }
      }
      if (!foreign.isEmpty()) {
        throw new FieldException(
            Reason.KEYS,
            "field work: "
                + foreign.size()
                + " files in "
                + root
                + " are sealed under keys of another machine, or rest-keys is missing");
      }
      box.using(STORE, used);
    } catch (RestException e) {
      throw keys(e);
    } catch (IOException e) {
      throw storage(e);
    }
  }

  private RestKeyId tend(Shelf shelf, String id, RestKeyId current, List<String> foreign)
      throws FieldException, RestException, IOException {
    byte[] sealed = disk.read(file(shelf, id));
    if (sealed.length < RestKeyId.LENGTH) {
      return current;
    }
    RestKeyId key = RestKeyId.of(sealed);
    if (key.equals(current)) {
      return current;
    }
    if (!box.knows(key)) {
      foreign.add(id);
      return key;
    }
    try {
      put(shelf, id, box.open(place(shelf, id), NOTHING_BESIDE, sealed));
      return current;
    } catch (RestException e) {
      // Altered: kept as it is for whoever looks into it, and its key with it.
      return key;
    }
  }

  private Path directory(Shelf shelf) {
    return root.resolve(word(shelf));
  }

  private Path file(Shelf shelf, String id) {
    return directory(shelf).resolve(id);
  }

  private Path wipingMark() {
    return root.resolve("wiping");
  }

  private static String word(Shelf shelf) {
    return shelf.name().toLowerCase(Locale.ROOT);
  }

  private static RestPlace place(Shelf shelf, String id) {
    return new RestPlace("field." + word(shelf), id);
  }

  private FieldException storage(IOException e) {
    return new FieldException(
        Reason.STORAGE, "field work: " + root + " cannot be read or written; see the disk", e);
  }

  private static FieldException keys(RestException e) {
    boolean altered = e.reason() == RestException.Reason.ALTERED;
    return new FieldException(
        altered ? Reason.DAMAGED : Reason.KEYS, "field work: " + e.getMessage(), e);
  }
}
