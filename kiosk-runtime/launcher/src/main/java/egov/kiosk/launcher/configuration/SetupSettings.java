package egov.kiosk.launcher.configuration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a technician set at the machine while setting it up, laid over the configuration file. Only
 * the few keys below, each by its pattern; a line that is not one of them is as if it were not
 * there, so that nothing kept here can keep a kiosk from starting.
 */
final class SetupSettings {
  private static final int MOST = 64 * 1024;
  private static final String PATH = "/dev/[A-Za-z0-9._:/+-]{1,200}";

  private static final String HOST =
      "(?:(?=.{1,200}:)"
          + "[0-9A-Za-z](?:[0-9A-Za-z-]{0,61}[0-9A-Za-z])?"
          + "(?:\\.[0-9A-Za-z](?:[0-9A-Za-z-]{0,61}[0-9A-Za-z])?)*|\\[[0-9a-fA-F:]{2,45}\\])";
  private static final String BROKER =
      "(?:ssl://" + HOST + "|tcp://(?:127\\.0\\.0\\.1|localhost|\\[::1\\])):[1-9][0-9]{0,4}";

  private static final Map<String, Pattern> KEYS =
      Map.ofEntries(
          Map.entry("crypto.kioskId", Pattern.compile("[a-z0-9-]{1,32}")),
          Map.entry(
              "documents.sealFile",
              Pattern.compile("/[\\p{L}\\p{N}._/ -]{1,400}/upkeep/kiosk\\.esl")),
          Map.entry("uplink.brokerUri", Pattern.compile(BROKER)),
          Map.entry("flow.site", Pattern.compile("[\\p{L}\\p{N}（）()·\\- ]{2,40}")),
          Map.entry("flow.elsewhere", Pattern.compile("|[\\p{L}\\p{N}（）()·\\-#，。、；： ]{2,60}")),
          Map.entry("id-card-reader.port", Pattern.compile(PATH)),
          Map.entry(
              "printer.address",
              Pattern.compile("usb:" + PATH + "|serial:" + PATH + "@[0-9]{4,6}")),
          Map.entry("camera.device", Pattern.compile(PATH)),
          Map.entry("document-camera.device", Pattern.compile(PATH)),
          Map.entry("code-scanner.address", Pattern.compile("serial:" + PATH + "@[0-9]{4,6}")),
          Map.entry("cabinet.address", Pattern.compile("serial:" + PATH + "@[0-9]{4,6}")));

  private SetupSettings() {}

  /** Where they are kept. */
  static Path in(Path data) {
    return data.resolve("upkeep").resolve("settings");
  }

  /** The file with what was set at the machine in place of its own lines. */
  static ConfigurationFile over(ConfigurationFile file, Path kept) throws IOException {
    if (!Files.isRegularFile(kept, LinkOption.NOFOLLOW_LINKS) || Files.size(kept) > MOST) {
      return file;
    }
    Map<String, String> set = read(kept);
    List<ConfigurationFile.Line> lines = new ArrayList<>();
    for (ConfigurationFile.Line line : file.lines()) {
      String own = set.remove(line.key());
      lines.add(own == null ? line : line(line.number(), line.key(), own));
    }
    set.forEach((key, value) -> lines.add(line(0, key, value)));
    return new ConfigurationFile(file.path(), lines);
  }

  private static Map<String, String> read(Path kept) throws IOException {
    Map<String, String> set = new LinkedHashMap<>();
    String text = new String(Files.readAllBytes(kept), StandardCharsets.UTF_8);
    for (String line : text.lines().toList()) {
      String[] part = line.split(" = ", 2);
      Pattern form = KEYS.get(part[0]);
      if (part.length == 2 && form != null && form.matcher(part[1]).matches()) {
        set.put(part[0], part[1]);
      }
    }
    return set;
  }

  private static ConfigurationFile.Line line(int number, String key, String value) {
    int dot = key.indexOf('.');
    return new ConfigurationFile.Line(number, key.substring(0, dot), key.substring(dot + 1), value);
  }
}
