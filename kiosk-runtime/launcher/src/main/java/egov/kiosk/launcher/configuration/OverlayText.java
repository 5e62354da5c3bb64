package egov.kiosk.launcher.configuration;

import egov.kiosk.launcher.configuration.Overlay.Layer;
import egov.kiosk.launcher.configuration.Overlay.Trial;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An overlay as lines of UTF-8 text, the last of which is the SHA-256 of those before it. What it
 * wrote it reads; of anything else it says only that it is damaged.
 */
final class OverlayText {
  private static final String HEAD = "kiosk-overlay 1";
  private static final Pattern VERSION =
      Pattern.compile("(kept|trial|reverted) ([0-9]{1,16})(?: ([0-9]{1,9}))?");
  private static final Pattern SETTING =
      Pattern.compile("(kept|trial)\\.([a-z0-9-]{1,64})\\.([A-Za-z0-9]{1,64})=(\\P{Cntrl}*)");
  private static final String DIGEST = "sha256 ";

  private OverlayText() {}

  static byte[] write(Overlay overlay) {
    StringBuilder text = new StringBuilder(HEAD).append('\n');
    text.append("kept ").append(overlay.kept().version()).append('\n');
    settings("kept", overlay.kept(), text);
    overlay
        .trial()
        .ifPresent(
            trial -> {
              text.append("trial ").append(trial.layer().version());
              text.append(' ').append(trial.left().toMillis()).append('\n');
              settings("trial", trial.layer(), text);
            });
    text.append("reverted ").append(overlay.reverted()).append('\n');
    return (text + DIGEST + digest(text.toString()) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static void settings(String layer, Layer from, StringBuilder text) {
    new TreeMap<>(from.settings())
        .forEach(
            (pid, keys) ->
                new TreeMap<>(keys)
                    .forEach(
                        (key, value) ->
                            text.append(layer + '.' + pid + '.' + key + '=' + value + '\n')));
  }

  /** Reads it; empty when it is damaged. */
  static Optional<Overlay> read(byte[] bytes) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
    int end = text.lastIndexOf(DIGEST);
    if (end < 0
        || !text.startsWith(HEAD + "\n")
        || !text.substring(end).equals(DIGEST + digest(text.substring(0, end)) + "\n")) {
      return Optional.empty();
    }
    return parse(List.of(text.substring(HEAD.length() + 1, end).split("\n")));
  }

  private static Optional<Overlay> parse(List<String> lines) {
    Map<String, Long> versions = new HashMap<>();
    Map<String, Map<String, Map<String, String>>> settings = new HashMap<>();
    long left = 0;
    for (String line : lines) {
      Matcher version = VERSION.matcher(line);
      Matcher setting = SETTING.matcher(line);
      if (version.matches()) {
        versions.put(version.group(1), Long.parseLong(version.group(2)));
        left = version.group(3) == null ? left : Long.parseLong(version.group(3));
      } else if (setting.matches()) {
        settings
            .computeIfAbsent(setting.group(1), layer -> new TreeMap<>())
            .computeIfAbsent(setting.group(2), pid -> new TreeMap<>())
            .put(setting.group(3), setting.group(4));
      } else {
        return Optional.empty();
      }
    }
    if (!versions.containsKey("kept") || !versions.containsKey("reverted")) {
      return Optional.empty();
    }
    Layer kept = layer("kept", versions, settings);
    Optional<Trial> trial =
        versions.containsKey("trial")
            ? Optional.of(new Trial(layer("trial", versions, settings), Duration.ofMillis(left)))
            : Optional.empty();
    return Optional.of(new Overlay(kept, trial, versions.get("reverted")));
  }

  private static Layer layer(
      String name,
      Map<String, Long> versions,
      Map<String, Map<String, Map<String, String>>> settings) {
    return new Layer(versions.get(name), settings.getOrDefault(name, Map.of()));
  }

  private static String digest(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
