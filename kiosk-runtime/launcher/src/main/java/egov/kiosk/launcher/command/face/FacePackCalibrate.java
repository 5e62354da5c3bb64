package egov.kiosk.launcher.command.face;

import egov.kiosk.launcher.command.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kiosk face pack calibrate}. */
@Command(
    name = "calibrate",
    description = {
      "Measure a pack on labelled pairs of pictures, as photographs and as card portraits.",
      "Thresholds are found in one half of the people and shown on the other half, too.",
      "Writes report.txt, roc.png, and a pack.properties with the new operating points."
    },
    mixinStandardHelpOptions = true)
final class FacePackCalibrate implements Callable<Integer> {
  @Mixin private Place place;

  @Parameters(
      index = "0",
      paramLabel = "PAIRS",
      description = "a heading, then: left image, right image, 1 or 0, with tabs between")
  private Path pairs;

  @Parameters(index = "1", paramLabel = "IMAGES", description = "the folder of the images")
  private Path images;

  @Option(
      names = "--pack",
      paramLabel = "DIR",
      description = "a pack's folder (default: the one in service)")
  private Path pack;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "where to write (default: face-pack-calibration here)")
  private Path out;

  @Option(
      names = "--version",
      paramLabel = "TEXT",
      description = "version of the pack with these points (default: -site appended)")
  private String version;

  @Option(
      names = "--measured-on",
      paramLabel = "TEXT",
      description = "what the points say they were measured on")
  private String measuredOn;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    List<String> words = new ArrayList<>();
    words.add(pairs.toAbsolutePath().toString());
    words.add(images.toAbsolutePath().toString());
    if (pack != null) {
      words.add(pack.toAbsolutePath().toString());
    }
    Path to = out == null ? Path.of("face-pack-calibration") : out;
    FacePackCommand.add(words, "--out", Optional.of(to.toAbsolutePath().toString()));
    FacePackCommand.add(words, "--version", Optional.ofNullable(version));
    FacePackCommand.add(words, "--measured-on", Optional.ofNullable(measuredOn));
    return FacePackCommand.tool(place, spec, "calibrate", words);
  }
}
