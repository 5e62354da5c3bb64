package egov.kiosk.identity.pack;

import egov.kiosk.identity.pack.Alignment.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads {@code embedder.align} and {@code embedder.template}. */
final class AlignmentReader {
  private static final String POINTS = "embedder.align";
  private static final String TEMPLATE = "embedder.template";
  private static final Pattern POINT_LIST =
      Pattern.compile("[0-9]{1,2}([+][0-9]{1,2}){0,9}( [0-9]{1,2}([+][0-9]{1,2}){0,9}){1,67}");

  private final PackFields fields;

  AlignmentReader(PackFields fields) {
    this.fields = fields;
  }

  Alignment read(ModelInput input) throws FacePackException {
    String points =
        fields.text(POINTS, POINT_LIST, "points such as 36+39 42+45 33, numbered 0 to 67");
    List<List<Integer>> used = new ArrayList<>();
    for (String point : points.split(" ")) {
      List<Integer> parts = new ArrayList<>();
      for (String part : point.split("[+]")) {
        parts.add((int) fields.inside(POINTS, part, 0, 67));
      }
      used.add(parts);
    }
    List<Spot> template = new SpotReader(fields).read(TEMPLATE, input.width(), input.height());
    if (used.size() != template.size()) {
      throw fields.refuse(TEMPLATE, "one place for each point of " + POINTS);
    }
    if (used.stream().distinct().count() < 2 || template.stream().distinct().count() < 2) {
      throw fields.refuse(TEMPLATE, "at least two different places, of different points");
    }
    return new Alignment(used, template);
  }
}
