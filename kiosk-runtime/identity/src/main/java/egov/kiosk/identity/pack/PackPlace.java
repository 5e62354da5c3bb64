package egov.kiosk.identity.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the pack in service is: a folder that is one pack, or a store of several, whose file
 * {@value #IN_SERVICE} names the one. Only reads. Safe for several threads.
 *
 * @param folder the pack's, or the store's
 */
public record PackPlace(Path folder) {
  /** The file of a store that names the pack in service, and the one before. */
  public static final String IN_SERVICE = "in-service";

  /** The folder of a store that holds the packs, each in a folder of its name. */
  public static final String PACKS = "packs";

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,96}");

  /**
   * What a store says.
   *
   * @param current the pack in service
   * @param previous the one before it, if there was one
   */
  public record InService(String current, Optional<String> previous) {
    /** What goes into the file. */
    public String text() {
      return "current = "
          + current
          + "\n"
          + previous.map(name -> "previous = " + name + "\n").orElse("");
    }
  }

  /** Whether the folder is a store that was ever used. */
  public boolean isStore() {
    return Files.exists(folder.resolve(IN_SERVICE), LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * What is in service, so that a switch can be seen: two equal answers mean that nothing changed.
   */
  public String stamp() {
    try {
      Path file = folder.resolve(IN_SERVICE);
      return isStore() ? Files.readString(file) + Files.getLastModifiedTime(file) : "";
    } catch (IOException e) {
      return "unreadable";
    }
  }

  /**
   * What the store says.
   *
   * @throws FacePackException when the folder is no store, or its file cannot be read
   */
  public InService inService() throws FacePackException {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(folder.resolve(IN_SERVICE));
    } catch (IOException e) {
      throw new FacePackException("no face pack is in service in the store", e);
    }
    Map<String, String> values = PackText.read(IN_SERVICE, bytes);
    return new InService(
        name(values.getOrDefault("current", "")),
        values.containsKey("previous")
            ? Optional.of(name(values.get("previous")))
            : Optional.empty());
  }

  private static String name(String name) throws FacePackException {
    if (!NAME.matcher(name).matches()) {
      throw new FacePackException(IN_SERVICE + " does not name a face pack");
    }
    return name;
  }

  /** The folder of a pack in the store. */
  public Path pack(String name) {
    return folder.resolve(PACKS).resolve(name);
  }

  /** Names of the packs in the store; empty where the folder is one pack, or cannot be read. */
  public Optional<Set<String>> installed() {
    if (!isStore()) {
      return Optional.empty();
    }
    try (Stream<Path> packs = Files.list(folder.resolve(PACKS))) {
      return Optional.of(
          packs
              .map(path -> path.getFileName().toString())
              .filter(name -> NAME.matcher(name).matches())
              .collect(Collectors.toUnmodifiableSet()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The folder of the pack in service. */
  public Path current() throws FacePackException {
    return isStore() ? pack(inService().current()) : folder;
  }

  /** The folder of the one before it. */
  public Optional<Path> previous() throws FacePackException {
    return isStore() ? inService().previous().map(this::pack) : Optional.empty();
  }
}
