package egov.kiosk.identity.pack;

import egov.kiosk.identity.pack.Alignment.Spot;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a manifest, and refuses whatever it does not understand to the last key. */
final class ManifestReader {
  private static final String FILE = PackManifest.FILE_NAME;
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_]{0,31}");
  private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final Pattern WORDS = Pattern.compile("\\S.{0,299}");
  private static final Pattern SIZE = Pattern.compile("[1-9][0-9]{0,3}x[1-9][0-9]{0,3}");
  private static final Pattern SIMILARITY = Pattern.compile("cosine");
  private static final int MOST_POINTS = 32;

  private final PackFields fields;

  private ManifestReader(PackFields fields) {
    this.fields = fields;
  }

  static PackManifest read(byte[] bytes) throws FacePackException {
    PackFields fields = new PackFields(FILE, PackText.read(FILE, bytes));
    double format = fields.number("format", 1, 1e6);
    if (format > PackManifest.FORMAT) {
      throw new FacePackException(
          FILE + " is of the newer format " + (long) format + "; update the kiosk first");
    }
    if (format != PackManifest.FORMAT) {
      throw fields.refuse("format", String.valueOf(PackManifest.FORMAT));
    }
    return new ManifestReader(fields).manifest();
  }

  private PackManifest manifest() throws FacePackException {
    String id = fields.text("id", ID, "1 to 32 letters, digits or underscores");
    String version =
        fields.text("version", VERSION, "1 to 64 letters, digits, dots, dashes or underscores");
    String licence = fields.text("licence", WORDS, "1 to 300 characters");
    String source = fields.text("source", WORDS, "1 to 300 characters");
    fields.text("similarity", SIMILARITY, "cosine");
    Map<ModelRole, ModelEntry> models = new EnumMap<>(ModelRole.class);
    for (ModelRole role : ModelRole.values()) {
      if (role.required() || fields.has(role.key() + ".file")) {
        models.put(role, model(role));
      }
    }
    Alignment alignment = new AlignmentReader(fields).read(models.get(ModelRole.EMBEDDER).input());
    PackManifest.SelfTestFiles selfTest =
        new PackManifest.SelfTestFiles(file("selftest.picture"), file("selftest.expected"));
    List<OperatingPoint> points = points();
    fields.finish();
    PackManifest manifest =
        new PackManifest(id, version, licence, source, models, alignment, selfTest, points);
    demandOwnNames(manifest);
    return manifest;
  }

  private PackFile file(String key) throws FacePackException {
    String name =
        fields.text(key + ".file", PackFile.NAME, "a plain file name of 1 to 64 characters");
    if (name.equals(FILE) || name.equals(PackManifest.SIGNATURE_NAME)) {
      throw fields.refuse(key + ".file", "another file than the manifest or its signature");
    }
    String digits = "64 lower-case hexadecimal digits";
    return new PackFile(
        name,
        fields.text(key + ".sha256", PackFile.DIGEST, digits),
        fields.text(key + ".sm3", PackFile.DIGEST, digits));
  }

  private ModelEntry model(ModelRole role) throws FacePackException {
    String key = role.key();
    PackFile file = file(key);
    String size = fields.text(key + ".input", SIZE, "a size such as 112x112");
    int cross = size.indexOf('x');
    int width = (int) fields.inside(key + ".input", size.substring(0, cross), 8, 2048);
    int height = (int) fields.inside(key + ".input", size.substring(cross + 1), 8, 2048);
    ChannelOrder order = fields.word(key + ".channels", ChannelOrder.class);
    List<Double> mean = mean(key + ".mean", order.channels());
    double scale = fields.number(key + ".scale", 1e-6, 1e3);
    double crop = fields.numberOr(key + ".crop", 1, 0.2, 10);
    double margin = fields.numberOr(key + ".margin", 0, 0, 4);
    ModelInput input = new ModelInput(width, height, order, mean, scale, crop, margin);
    ModelOutput output = fields.word(key + ".output", ModelOutput.class);
    if (!role.answers(output)) {
      throw fields.refuse(key + ".output", "an answer of a " + key);
    }
    List<Spot> anchors =
        output == ModelOutput.ANCHOR_GRID
            ? new SpotReader(fields).read(key + ".anchors", 1000, 1000)
            : List.of();
    if (output == ModelOutput.ANCHOR_GRID && anchors.size() != ModelEntry.ANCHORS) {
      throw fields.refuse(key + ".anchors", "five anchors");
    }
    return new ModelEntry(file, input, output, anchors);
  }

  private List<Double> mean(String key, int channels) throws FacePackException {
    String demand = channels + " numbers from 0 to 255 with spaces between";
    String[] words = fields.optional(key).orElseThrow(() -> fields.refuse(key, demand)).split(" ");
    if (words.length != channels) {
      throw fields.refuse(key, demand);
    }
    List<Double> mean = new ArrayList<>();
    for (String word : words) {
      mean.add(fields.inside(key, word, 0, 255));
    }
    return mean;
  }

  private List<OperatingPoint> points() throws FacePackException {
    List<OperatingPoint> points = new ArrayList<>();
    for (int i = 1; i <= MOST_POINTS && fields.has("point." + i + ".far"); i++) {
      String key = "point." + i;
      OperatingPoint point =
          new OperatingPoint(
              fields.word(key + ".portrait", PortraitKind.class),
              fields.number(key + ".far", 1e-9, 0.5),
              fields.number(key + ".threshold", -1, 1),
              fields.text(key + ".measuredOn", WORDS, "1 to 300 characters"),
              (long) fields.number(key + ".pairs", 1, 1e15));
      if (points.stream().anyMatch(p -> p.isFor(point.portrait(), point.far()))) {
        throw fields.refuse(key + ".far", "a FAR that no other point is for");
      }
      points.add(point);
    }
    return points;
  }

  private static void demandOwnNames(PackManifest manifest) throws FacePackException {
    Set<String> names = new HashSet<>();
    for (PackFile file : manifest.files()) {
      if (!names.add(file.name())) {
        throw new FacePackException(FILE + ": " + file.name() + " is named for two things");
      }
    }
  }
}
