package egov.kiosk.identity.pack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * What {@value #FILE_NAME} of a pack folder says: an id, and for every {@link ModelRole} the keys
 * {@code <role>.file} and {@code <role>.sha256}.
 *
 * @param id names the pack in every verdict, e.g. {@code faceplugin-0.0.1}
 * @param models one file a role, each in the pack folder itself
 */
public record PackManifest(String id, Map<ModelRole, ModelFile> models) {
  /** The manifest's name in the pack folder. */
  public static final String FILE_NAME = "pack.properties";

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  public PackManifest {
    models = Map.copyOf(models);
  }

  /**
   * One model file.
   *
   * @param name a plain file name, never a path
   * @param sha256 64 lower-case hexadecimal digits
   */
  public record ModelFile(String name, String sha256) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    boolean wellFormed() {
      return NAME.matcher(name).matches() && DIGEST.matcher(sha256).matches();
    }
  }

  /**
   * Reads a manifest.
   *
   * @param bytes the file's bytes, in the format of {@link Properties}
   */
  public static PackManifest parse(byte[] bytes) throws FacePackException {
    Properties values = new Properties();
    try {
      values.load(new ByteArrayInputStream(bytes));
    } catch (IOException | IllegalArgumentException e) {
      throw new FacePackException(FILE_NAME + " is not a properties file", e);
    }
    String id = values.getProperty("id", "");
    if (!ID.matcher(id).matches()) {
      throw new FacePackException(
          FILE_NAME + ": id must be 1 to 64 letters, digits, dots, dashes or underscores");
    }
    Map<ModelRole, ModelFile> models = new EnumMap<>(ModelRole.class);
    for (ModelRole role : ModelRole.values()) {
      models.put(role, model(values, role));
    }
    return new PackManifest(id, models);
  }

  private static ModelFile model(Properties values, ModelRole role) throws FacePackException {
    String file = role.key() + ".file";
    String digest = role.key() + ".sha256";
    ModelFile model = new ModelFile(values.getProperty(file, ""), values.getProperty(digest, ""));
    if (!model.wellFormed()) {
      throw new FacePackException(
          FILE_NAME
              + ": "
              + file
              + " must be a plain file name and "
              + digest
              + " 64 lower-case hexadecimal digits");
    }
    return model;
  }
}
