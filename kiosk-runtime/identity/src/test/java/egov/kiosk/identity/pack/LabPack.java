package egov.kiosk.identity.pack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A small pack for tests, whose models are three letters each. */
public final class LabPack {
  /** Believes everything. */
  public static final PackTrust ANYBODY = (manifest, signature) -> "anybody";

  private final Map<String, String> values = new LinkedHashMap<>();

  public LabPack() {
    set("format", "2").set("id", "lab").set("version", "1").set("licence", "none");
    set("source", "a test").set("similarity", "cosine");
    model("detector", "scores-boxes", "320x240", "rgb", "127 127 127");
    model("landmarker", "points-68", "64x64", "grey", "0");
    model("embedder", "vector", "112x112", "bgr", "127 127 127");
    set("embedder.align", "36+39 42+45 33").set("embedder.template", "30,40 80,40 56,70");
    file("selftest.picture", "selftest.png").file("selftest.expected", "selftest.expected");
    point(1, "card", "1e-4", "0.45").point(2, "card", "1e-3", "0.35");
  }

  private void model(String role, String output, String size, String channels, String mean) {
    file(role, role + ".onnx");
    set(role + ".input", size).set(role + ".channels", channels).set(role + ".mean", mean);
    set(role + ".scale", "0.0078125").set(role + ".output", output);
  }

  private LabPack file(String key, String name) {
    PackFile file = PackFile.of(name, contents(name));
    return set(key + ".file", name)
        .set(key + ".sha256", file.sha256())
        .set(key + ".sm3", file.sm3());
  }

  public LabPack point(int number, String portrait, String far, String threshold) {
    String key = "point." + number;
    return set(key + ".portrait", portrait)
        .set(key + ".far", far)
        .set(key + ".threshold", threshold)
        .set(key + ".measuredOn", "nobody")
        .set(key + ".pairs", "100000");
  }

  public LabPack set(String key, String value) {
    values.put(key, value);
    return this;
  }

  public LabPack without(String key) {
    values.remove(key);
    return this;
  }

  public static byte[] contents(String name) {
    return ("bytes of " + name).getBytes(UTF_8);
  }

  public byte[] manifest() {
    StringBuilder text = new StringBuilder("# A pack for tests.\n");
    values.forEach((key, value) -> text.append(key).append(" = ").append(value).append('\n'));
    return text.toString().getBytes(UTF_8);
  }

  public LabPack write(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (var entry : values.entrySet()) {
      if (entry.getKey().endsWith(".file")) {
        Files.write(folder.resolve(entry.getValue()), contents(entry.getValue()));
      }
    }
    Files.write(folder.resolve(PackManifest.FILE_NAME), manifest());
    return this;
  }
}
