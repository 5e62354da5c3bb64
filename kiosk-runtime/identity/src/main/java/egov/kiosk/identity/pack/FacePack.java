package egov.kiosk.identity.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * The models of one face comparison, read and checked. The bytes that were hashed are the bytes
 * that are handed out: a file that changes later changes nothing.
 */
public final class FacePack {
  private static final int MAX_MODEL_BYTES = 256 << 20;
  private static final int MAX_MANIFEST_BYTES = 64 << 10;

  private final String id;
  private final Map<ModelRole, byte[]> models;

  private FacePack(String id, Map<ModelRole, byte[]> models) {
    this.id = id;
    this.models = models;
  }

  /**
   * Reads a pack folder and checks the digest of every file before anything else looks at it.
   *
   * @throws FacePackException naming the file that is missing, too large or not what the manifest
   *     says
   */
  public static FacePack read(Path folder) throws FacePackException {
    PackManifest manifest =
        PackManifest.parse(bytes(folder, PackManifest.FILE_NAME, MAX_MANIFEST_BYTES));
    Map<ModelRole, byte[]> models = new EnumMap<>(ModelRole.class);
    for (var entry : manifest.models().entrySet()) {
      models.put(entry.getKey(), checked(folder, entry.getValue()));
    }
    return new FacePack(manifest.id(), models);
  }

  private static byte[] checked(Path folder, PackManifest.ModelFile file) throws FacePackException {
    byte[] bytes = bytes(folder, file.name(), MAX_MODEL_BYTES);
    String found = sha256(bytes);
    if (!found.equals(file.sha256())) {
      throw new FacePackException(
          file.name()
              + " is damaged or was replaced: its sha256 is "
              + found
              + ", the manifest says "
              + file.sha256());
    }
    return bytes;
  }

  private static byte[] bytes(Path folder, String name, int limit) throws FacePackException {
    try (InputStream in = Files.newInputStream(folder.resolve(name))) {
      byte[] bytes = in.readNBytes(limit + 1);
      if (bytes.length > limit) {
        throw new FacePackException(name + " is larger than " + limit + " bytes");
      }
      return bytes;
    } catch (IOException e) {
      throw new FacePackException(name + " cannot be read from the face pack folder", e);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The pack's id, 1 to 64 characters. */
  public String id() {
    return id;
  }

  /** A copy of the ONNX bytes of one model. */
  public byte[] model(ModelRole role) {
    return models.get(role).clone();
  }
}
