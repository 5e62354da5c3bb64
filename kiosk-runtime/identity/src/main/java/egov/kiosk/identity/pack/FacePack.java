package egov.kiosk.identity.pack;

import egov.kiosk.identity.pack.PackManifest.SelfTestFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * One face comparison's models and what belongs to them, read and checked. The bytes that were
 * hashed are the bytes that are handed out: a file that changes later changes nothing. Immutable.
 */
public final class FacePack {
  /** The largest file of a pack, in bytes. */
  public static final int MOST_FILE_BYTES = 256 << 20;

  private static final int MOST_SIGNATURE_BYTES = 16 << 10;

  private final PackManifest manifest;
  private final String believed;
  private final Map<ModelRole, byte[]> models;
  private final byte[] picture;
  private final byte[] expected;

  private FacePack(
      PackManifest manifest,
      String believed,
      Map<ModelRole, byte[]> models,
      byte[] picture,
      byte[] expected) {
    this.manifest = manifest;
    this.believed = believed;
    this.models = models;
    this.picture = picture;
    this.expected = expected;
  }

  /**
   * Reads a pack's folder: believes its manifest, then checks both digests of every file before
   * anything else looks at it.
   *
   * @throws FacePackException naming the file that is missing, too large or not what the manifest
   *     says, or why the manifest is not believed
   */
  public static FacePack read(Path folder, PackTrust trust) throws FacePackException {
    byte[] text = bytes(folder, PackManifest.FILE_NAME, PackText.MOST_BYTES);
    Optional<byte[]> signature =
        Files.exists(folder.resolve(PackManifest.SIGNATURE_NAME), LinkOption.NOFOLLOW_LINKS)
            ? Optional.of(bytes(folder, PackManifest.SIGNATURE_NAME, MOST_SIGNATURE_BYTES))
            : Optional.empty();
    String believed = trust.check(text, signature);
    PackManifest manifest = PackManifest.parse(text);
    Map<ModelRole, byte[]> models = new EnumMap<>(ModelRole.class);
    for (var entry : manifest.models().entrySet()) {
      models.put(entry.getKey(), checked(folder, entry.getValue().file()));
    }
    SelfTestFiles test = manifest.selfTest();
    return new FacePack(
        manifest,
        believed,
        models,
        checked(folder, test.picture()),
        checked(folder, test.expected()));
  }

  private static byte[] checked(Path folder, PackFile file) throws FacePackException {
    byte[] bytes = bytes(folder, file.name(), MOST_FILE_BYTES);
    file.check(bytes);
    return bytes;
  }

  private static byte[] bytes(Path folder, String name, int limit) throws FacePackException {
    try (InputStream in = Files.newInputStream(folder.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
      byte[] bytes = in.readNBytes(limit + 1);
      if (bytes.length > limit) {
        throw new FacePackException(name + " is larger than " + limit + " bytes");
      }
      return bytes;
    } catch (IOException e) {
      throw new FacePackException(name + " cannot be read from the face pack folder", e);
    }
  }

  /** Id and version of the pack. */
  public String id() {
    return manifest.name();
  }

  /** What the manifest says. */
  public PackManifest manifest() {
    return manifest;
  }

  /** Why the manifest was believed, for a technician. */
  public String believed() {
    return believed;
  }

  /** Whether the pack has a model for this. */
  public boolean has(ModelRole role) {
    return models.containsKey(role);
  }

  /**
   * A copy of the ONNX bytes of one model.
   *
   * @throws IllegalArgumentException when the pack has none for this
   */
  public byte[] model(ModelRole role) {
    entry(role);
    return models.get(role).clone();
  }

  /**
   * How a model wants to see pictures, and how its answer is read.
   *
   * @throws IllegalArgumentException when the pack has none for this
   */
  public ModelEntry entry(ModelRole role) {
    ModelEntry entry = manifest.models().get(role);
    if (entry == null) {
      throw new IllegalArgumentException("face pack " + id() + " has no " + role.key());
    }
    return entry;
  }

  /** A copy of the self-test's picture. */
  public byte[] testPicture() {
    return picture.clone();
  }

  /** A copy of what the models should answer to it. */
  public byte[] testExpected() {
    return expected.clone();
  }
}
