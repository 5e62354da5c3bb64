package egov.kiosk.facepacks.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import egov.kiosk.identity.pack.FacePackException;
import egov.kiosk.identity.pack.FacePolicy;
import egov.kiosk.identity.pack.PackFile;
import egov.kiosk.identity.pack.PackManifest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The default pack's manifest around files of a few bytes. */
public final class SmallPack {
  /** Believes everybody, and asks for no proof. */
  public static final StoreRules TRUSTING =
      new StoreRules(
          (manifest, signature) -> "anybody",
          (manifest, signature) -> "anybody",
          pack -> {},
          FacePolicy.USUAL);

  private final Map<String, byte[]> files = new LinkedHashMap<>();

  public SmallPack(String version) throws IOException {
    String text =
        Files.readString(Path.of("../../packaging/lib/face-packs/default/pack.properties"))
            .replaceFirst("version = .*", "version = " + version);
    StringBuilder manifest = new StringBuilder();
    PackFile file = null;
    for (String line : text.split("\n")) {
      String key = line.replaceFirst(" = .*", "");
      if (key.endsWith(".file")) {
        String name = line.substring(key.length() + 3);
        files.put(name, ("bytes of " + name + " " + version).getBytes(UTF_8));
        file = PackFile.of(name, files.get(name));
      } else if (key.endsWith(".sha256")) {
        line = key + " = " + file.sha256();
      } else if (key.endsWith(".sm3")) {
        line = key + " = " + file.sm3();
      }
      manifest.append(line).append('\n');
    }
    files.put(PackManifest.FILE_NAME, manifest.toString().getBytes(UTF_8));
  }

  /** Changes the text of the manifest. */
  public SmallPack edit(String from, String to) {
    String text = new String(files.get(PackManifest.FILE_NAME), UTF_8);
    if (!text.contains(from)) {
      throw new AssertionError("the manifest does not say " + from);
    }
    files.put(PackManifest.FILE_NAME, text.replace(from, to).getBytes(UTF_8));
    return this;
  }

  /** Puts another file in, or other bytes. */
  public SmallPack put(String name, byte[] bytes) {
    files.put(name, bytes.clone());
    return this;
  }

  public Path folder(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (var file : files.entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
    return folder;
  }

  public Path jar(Path jar) throws IOException {
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (var file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    }
    return jar;
  }

  /** Refuses a pack of that version in its self-test. */
  public static StoreRules failing(String version) {
    return new StoreRules(
        TRUSTING.arriving(),
        TRUSTING.installed(),
        pack -> {
          if (pack.manifest().version().equals(version)) {
            throw new FacePackException("fails its self-test");
          }
        },
        FacePolicy.USUAL);
  }
}
