package egov.kiosk.identity.pack;

import egov.kiosk.identity.pack.Alignment.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads lists of places: {@code x,y x,y …}. */
final class SpotReader {
  private static final Pattern LIST =
      Pattern.compile("[0-9.]{1,12},[0-9.]{1,12}( [0-9.]{1,12},[0-9.]{1,12}){0,67}");

  private final PackFields fields;

  SpotReader(PackFields fields) {
    this.fields = fields;
  }

  List<Spot> read(String key, double maxX, double maxY) throws FacePackException {
    String text = fields.text(key, LIST, "places such as 38.3,51.7 73.5,51.5");
    List<Spot> spots = new ArrayList<>();
    for (String place : text.split(" ")) {
      int comma = place.indexOf(',');
      spots.add(
          new Spot(
              fields.inside(key, place.substring(0, comma), 0, maxX),
              fields.inside(key, place.substring(comma + 1), 0, maxY)));
    }
    return spots;
  }
}
