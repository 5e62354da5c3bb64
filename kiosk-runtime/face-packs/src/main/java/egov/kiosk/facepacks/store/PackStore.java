package egov.kiosk.facepacks.store;

import egov.kiosk.identity.pack.FacePack;
import egov.kiosk.identity.pack.FacePackException;
import egov.kiosk.identity.pack.PackManifest;
import egov.kiosk.identity.pack.PackPlace;
import egov.kiosk.identity.pack.PackPlace.InService;
import egov.kiosk.identity.pack.PortraitKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Packs in folders, and a file that names the one in service. Everything is made beside and then
 * renamed: whoever is killed, at whatever moment, leaves the old or the new, whole. A kiosk that
 * runs meanwhile only reads, and sees the switch at its next comparison.
 */
public final class PackStore {
  private final PackPlace place;
  private final StoreRules rules;

  private PackStore(PackPlace place, StoreRules rules) {
    this.place = place;
    this.rules = rules;
  }

  /**
   * Opens a store, or makes an empty one, owner-only.
   *
   * @throws FacePackException when the folder is a pack itself
   */
  public static PackStore open(Path folder, StoreRules rules)
      throws FacePackException, IOException {
    if (Files.exists(folder.resolve(PackManifest.FILE_NAME), LinkOption.NOFOLLOW_LINKS)) {
      throw new FacePackException(
          "this folder is one face pack; let identity.packDir name an empty folder for the store,"
              + " and install the pack into it");
    }
    Files.createDirectories(
        folder.resolve(PackPlace.PACKS),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    return new PackStore(new PackPlace(folder), rules);
  }

  /** Names of the packs, sorted. */
  public List<String> names() throws IOException {
    try (Stream<Path> folders = Files.list(place.folder().resolve(PackPlace.PACKS))) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
    }
  }

  /** What is in service; empty before the first pack is. */
  public Optional<InService> inService() throws FacePackException {
    return place.isStore() ? Optional.of(place.inService()) : Optional.empty();
  }

  /** The folder of a pack, whether it is there or not. */
  public Path folder(String name) {
    return place.pack(name);
  }

  /**
   * Reads a pack and checks it.
   *
   * @throws FacePackException when it is not there, or was refused
   */
  public FacePack read(String name) throws FacePackException, IOException {
    if (!names().contains(name)) {
      throw new FacePackException(
          "no face pack of that name is installed; see kiosk face pack list");
    }
    FacePack pack = FacePack.read(place.pack(name), rules.installed());
    if (!pack.id().equals(name)) {
      throw new FacePackException("the folder " + name + " holds another pack, " + pack.id());
    }
    return pack;
  }

  /**
   * Installs a pack: believed, whole, through its self-test. The first one is put in service, if
   * the policy allows it.
   *
   * @param from a folder or a jar
   * @return the pack
   * @throws FacePackException when it is refused; nothing changed then
   */
  public FacePack install(Path from) throws FacePackException, IOException {
    try (StoreLock lock = StoreLock.take(place.folder());
        PackSource source = PackSource.open(from)) {
      Staging.sweep(place.folder());
      Path staged = Files.createTempDirectory(place.folder(), "incoming-");
      try {
        Staging.fill(staged, source, rules.arriving());
        FacePack pack = FacePack.read(staged, rules.arriving());
        rules.proof().demand(pack);
        keep(staged, pack);
        if (!place.isStore() && serves(pack)) {
          note(new InService(pack.id(), Optional.empty()));
        }
        return pack;
      } finally {
        if (Files.exists(staged)) {
          Durably.delete(staged);
        }
      }
    }
  }

  private void keep(Path staged, FacePack pack) throws FacePackException, IOException {
    Path home = place.pack(pack.id());
    if (Files.exists(home, LinkOption.NOFOLLOW_LINKS)) {
      if (!sameManifest(staged, home)) {
        throw new FacePackException(
            "another pack is installed as " + pack.id() + "; a changed pack needs a new version");
      }
      if (isWhole(home)) {
        return;
      }
      Durably.rename(home, place.folder().resolve("outgoing-" + pack.id()));
    }
    Durably.rename(staged, home);
    Staging.sweep(place.folder());
  }

  private static boolean sameManifest(Path one, Path other) throws IOException {
    Path kept = other.resolve(PackManifest.FILE_NAME);
    return !Files.isRegularFile(kept)
        || Arrays.equals(
            Files.readAllBytes(one.resolve(PackManifest.FILE_NAME)), Files.readAllBytes(kept));
  }

  private boolean isWhole(Path home) {
    try {
      FacePack.read(home, rules.installed());
      return true;
    } catch (FacePackException e) {
      return false;
    }
  }

  private boolean serves(FacePack pack) {
    try {
      pack.manifest().thresholds(PortraitKind.CARD, rules.policy());
      return true;
    } catch (FacePackException e) {
      return false;
    }
  }

  /**
   * Puts another pack in service, once it has been read, measured and tried again.
   *
   * @throws FacePackException when it is refused; the one in service stays
   */
  public void switchTo(String name) throws FacePackException, IOException {
    try (StoreLock lock = StoreLock.take(place.folder())) {
      FacePack pack = read(name);
      pack.manifest().thresholds(PortraitKind.CARD, rules.policy());
      rules.proof().demand(pack);
      Optional<InService> now = inService();
      Optional<String> before =
          now.flatMap(
              was -> was.current().equals(name) ? was.previous() : Optional.of(was.current()));
      note(new InService(name, before));
    }
  }

  /**
   * Puts the pack before this one back in service.
   *
   * @return its name
   * @throws FacePackException when there was none, or it is refused
   */
  public String rollback() throws FacePackException, IOException {
    String before =
        inService()
            .flatMap(InService::previous)
            .orElseThrow(() -> new FacePackException("no pack was in service before this one"));
    switchTo(before);
    return before;
  }

  private void note(InService next) throws IOException {
    Path fresh = place.folder().resolve(PackPlace.IN_SERVICE + ".new");
    Files.deleteIfExists(fresh);
    Durably.write(fresh, next.text().getBytes(StandardCharsets.UTF_8));
    Durably.rename(fresh, place.folder().resolve(PackPlace.IN_SERVICE));
  }
}
