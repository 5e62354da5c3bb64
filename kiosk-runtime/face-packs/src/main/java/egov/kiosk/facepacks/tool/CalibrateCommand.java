package egov.kiosk.facepacks.tool;

import egov.kiosk.facepacks.calibration.Calibration;
import egov.kiosk.facepacks.calibration.Measurement;
import egov.kiosk.facepacks.calibration.MeasurementText;
import egov.kiosk.facepacks.calibration.Pairs;
import egov.kiosk.facepacks.calibration.PointsText;
import egov.kiosk.facepacks.calibration.Prober;
import egov.kiosk.facepacks.calibration.RocPicture;
import egov.kiosk.facepacks.store.PackStore;
import egov.kiosk.identity.FaceProbe;
import egov.kiosk.identity.pack.FacePack;
import egov.kiosk.identity.pack.FacePackException;
import egov.kiosk.identity.pack.OperatingPoint;
import egov.kiosk.identity.pack.PackFile;
import egov.kiosk.identity.pack.PackManifest;
import egov.kiosk.identity.vision.Embedding;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * {@code calibrate PAIRS IMAGES}: measures a pack, and writes what was found into a folder: the
 * report, the ROC as a picture, and a manifest with the new operating points, to be pinned or
 * signed by whoever answers for them.
 */
final class CalibrateCommand {
  private final Words words;

  CalibrateCommand(Words words) {
    this.words = words;
  }

  void run(PrintWriter out) throws AskedWronglyException, FacePackException, IOException {
    Pairs pairs = Pairs.read(Path.of(words.word(0, "the file of pairs")));
    Path images = Path.of(words.word(1, "the folder of images"));
    Path to = Path.of(words.option("out").orElse("face-pack-calibration"));
    Path folder = folder();
    FacePack pack = FacePack.read(folder, Rules::making);
    Measurement found;
    try (FaceProbe probe = new FaceProbe(pack)) {
      found = new Calibration(pairs, images, new Probe(probe)).measure(pack.id());
    }
    String report = MeasurementText.of(found);
    out.print(report);
    List<OperatingPoint> points =
        found.points(words.option("measured-on").orElse("pairs of this site, tuning half"));
    byte[] manifest =
        PointsText.into(
            Files.readAllBytes(folder.resolve(PackManifest.FILE_NAME)), version(pack), points);
    Files.createDirectories(to);
    Files.writeString(to.resolve("report.txt"), report);
    Files.write(to.resolve("roc.png"), RocPicture.png(found));
    Files.write(to.resolve(PackManifest.FILE_NAME), manifest);
    out.println("written: report.txt, roc.png and pack.properties in " + to);
    out.println("to use these points, put that manifest beside the pack's files, then either sign");
    out.println("it, or pin its SM3 in identity.packPins: " + PackFile.sm3(manifest));
  }

  private String version(FacePack pack) {
    return words.option("version").orElse(pack.manifest().version() + "-site");
  }

  /** The pack in service, or another one of the store, or any folder. */
  private Path folder() throws AskedWronglyException, FacePackException, IOException {
    if (words.plain().size() > 2) {
      return Path.of(words.plain().get(2));
    }
    PackStore store = Rules.store(words);
    return store.folder(
        store
            .inService()
            .orElseThrow(() -> new FacePackException("no face pack is in service"))
            .current());
  }

  private record Probe(FaceProbe probe) implements Prober {
    @Override
    public Optional<Embedding> photo(byte[] file) {
      return probe.photo(file);
    }

    @Override
    public Optional<Embedding> card(byte[] file) {
      return probe.card(file);
    }
  }
}
