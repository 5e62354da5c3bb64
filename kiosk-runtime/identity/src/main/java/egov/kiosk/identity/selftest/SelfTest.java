package egov.kiosk.identity.selftest;

import egov.kiosk.identity.pack.FacePack;
import egov.kiosk.identity.pack.FacePackException;
import egov.kiosk.identity.pack.ModelEntry;
import egov.kiosk.identity.pack.ModelOutput;
import egov.kiosk.identity.pack.ModelRole;
import egov.kiosk.identity.pack.PackText;
import egov.kiosk.identity.vision.OnnxModel;
import egov.kiosk.identity.vision.Scratch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.opencv.core.CvException;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;

/**
 * Shows every model of a pack the picture that the pack carries, and compares what it answers with
 * what the pack says it should. Finds models that were exchanged, that this release reads otherwise
 * than the maker meant, and machines that compute otherwise. OpenCV must be loaded.
 */
public final class SelfTest {
  private static final int LARGEST_SIDE = 1024;

  private final FacePack pack;

  public SelfTest(FacePack pack) {
    this.pack = pack;
  }

  /**
   * Runs the test.
   *
   * @return one line a model, for a technician
   * @throws FacePackException naming the model that failed
   */
  public List<String> run() throws FacePackException {
    String file = pack.manifest().selfTest().expected().name();
    Map<String, String> expected = PackText.read(file, pack.testExpected());
    List<String> lines = new ArrayList<>();
    for (ModelRole role : roles()) {
      List<float[]> answers = answers(role);
      for (int i = 0; i < answers.size(); i++) {
        String key = role.key() + "." + (i + 1);
        String text = expected.get(key);
        if (text == null || !Answers.parse(text).matches(Answers.of(answers.get(i)))) {
          throw failed(role);
        }
      }
      lines.add(role.key() + " answers as it should");
    }
    return lines;
  }

  /** What the models answer on this machine, in the form the pack should carry. */
  public String describe() throws FacePackException {
    StringBuilder text = new StringBuilder("# What each model answers to the picture.\n");
    for (ModelRole role : roles()) {
      List<float[]> answers = answers(role);
      for (int i = 0; i < answers.size(); i++) {
        String found = Answers.of(answers.get(i)).text();
        text.append(role.key()).append('.').append(i + 1).append(" = ").append(found).append('\n');
      }
    }
    return text.toString();
  }

  private List<ModelRole> roles() {
    return java.util.Arrays.stream(ModelRole.values()).filter(pack::has).toList();
  }

  private FacePackException failed(ModelRole role) {
    return new FacePackException(
        "face pack %s fails its self-test: the %s does not answer as its maker says"
            .formatted(pack.id(), role.key()));
  }

  private List<float[]> answers(ModelRole role) throws FacePackException {
    ModelEntry entry = pack.entry(role);
    String[] outputs =
        entry.output() == ModelOutput.SCORES_BOXES
            ? new String[] {"scores", "boxes"}
            : new String[0];
    try (Scratch scratch = new Scratch()) {
      Mat picture = picture(scratch);
      return new OnnxModel(pack.model(role), entry.input(), outputs).look(picture);
    } catch (CvException e) {
      throw new FacePackException(
          "face pack %s: the %s is no model that OpenCV can run".formatted(pack.id(), role.key()),
          e);
    }
  }

  private Mat picture(Scratch scratch) throws FacePackException {
    byte[] png = pack.testPicture();
    if (!PngSize.within(png, LARGEST_SIDE)) {
      throw new FacePackException(
          "the self-test's picture is no PNG of at most 1024 pixels a side");
    }
    Mat picture =
        scratch.keep(Imgcodecs.imdecode(scratch.keep(new MatOfByte(png)), Imgcodecs.IMREAD_COLOR));
    if (picture.empty()) {
      throw new FacePackException("the self-test's picture cannot be decoded");
    }
    return picture;
  }
}
