package egov.kiosk.localapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import egov.kiosk.domain.assist.AssistUnavailableException;
import egov.kiosk.domain.assist.Handwriting;
import egov.kiosk.domain.assist.Ink;
import egov.kiosk.domain.assist.Speech;
import egov.kiosk.domain.assist.SpokenKind;
import egov.kiosk.domain.assist.SpokenLanguage;
import egov.kiosk.domain.assist.SpokenPace;
import egov.kiosk.domain.assist.Voice;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Speech and handwriting. A fixed text is a GET by its name; what is of one citizen is a POST, so
 * that it stands in no address, and is neither logged nor kept.
 */
final class AssistRoutes {
  /** Where speech is asked for. */
  static final String AUDIO = "/api/audio/";

  /** Where handwriting is sent to. */
  static final String WRITING = "/api/writing";

  private static final String WAV = "audio/wav";
  private static final Refusal NO_VOICE = new Refusal(503, "NO_VOICE");
  private static final Refusal NO_WRITING = new Refusal(503, "NO_WRITING");
  private static final Pattern CLIP = Pattern.compile("/api/audio/p/([A-Za-z0-9._-]{1,128})");
  private static final Pattern HOW = Pattern.compile("lang=(zh|en)&pace=(slow|normal|fast)");
  private static final Set<String> SAY = Set.of("kind", "lang", "pace", "text");
  private static final Set<String> WRITE = Set.of("size", "strokes", "most");
  private static final int MOST_CANDIDATES = 30;

  private final Assistance assistance;
  private final Later<ApiJson> json;
  private final Function<Refusal, Answer> refuse;

  AssistRoutes(Assistance assistance, Later<ApiJson> json, Function<Refusal, Answer> refuse) {
    this.assistance = assistance;
    this.json = json;
    this.refuse = refuse;
  }

  Answer get(String path, String query) {
    Matcher clip = CLIP.matcher(path);
    Matcher how = HOW.matcher(query == null ? "" : query);
    Optional<Voice> voice = assistance.voice();
    if (!clip.matches() || !how.matches()) {
      return refuse.apply(Refusal.NOT_FOUND);
    }
    if (voice.isEmpty()) {
      return refuse.apply(NO_VOICE);
    }
    try {
      return voice
          .get()
          .clip(clip.group(1), language(how.group(1)), pace(how.group(2)))
          .map(sound -> new Answer(200, WAV, sound))
          .orElseGet(() -> refuse.apply(Refusal.NOT_FOUND));
    } catch (AssistUnavailableException e) {
      return refuse.apply(NO_VOICE);
    }
  }

  Answer post(String path, ObjectNode request) {
    try {
      if (path.equals(WRITING)) {
        return write(ink(request), most(request));
      }
      return path.equals(AUDIO + "say") ? say(speech(request)) : refuse.apply(Refusal.NOT_FOUND);
    } catch (IOException | IllegalArgumentException e) {
      return refuse.apply(Refusal.BAD_JSON);
    }
  }

  private Answer say(Speech speech) {
    Optional<Voice> voice = assistance.voice();
    if (voice.isEmpty()) {
      return refuse.apply(NO_VOICE);
    }
    try {
      return new Answer(200, WAV, voice.get().say(speech));
    } catch (AssistUnavailableException e) {
      return refuse.apply(NO_VOICE);
    }
  }

  private Answer write(Ink ink, int most) {
    Optional<Handwriting> handwriting = assistance.handwriting();
    if (handwriting.isEmpty()) {
      return refuse.apply(NO_WRITING);
    }
    try {
      List<String> found = handwriting.get().candidates(ink, most);
      return Answer.json(json.get().object(Map.of("candidates", found)));
    } catch (AssistUnavailableException e) {
      return refuse.apply(NO_WRITING);
    }
  }

  private static Speech speech(ObjectNode request) throws IOException {
    expect(request, SAY);
    return new Speech(
        SpokenKind.valueOf(word(request, "kind")),
        language(request.path("lang").asText()),
        pace(request.path("pace").asText()),
        text(request, "text"));
  }

  /** Strokes are lists of x and y by turns. */
  private static Ink ink(ObjectNode request) throws IOException {
    expect(request, WRITE);
    JsonNode strokes = request.get("strokes");
    if (!strokes.isArray() || strokes.size() > Ink.MOST_STROKES) {
      throw new IOException("strokes are a list");
    }
    List<Ink.Stroke> all = new ArrayList<>();
    for (JsonNode stroke : strokes) {
      if (!stroke.isArray() || stroke.size() % 2 != 0 || stroke.size() > 2 * Ink.MOST_POINTS) {
        throw new IOException("a stroke is a list of pairs");
      }
      List<Ink.Point> points = new ArrayList<>();
      for (int i = 0; i < stroke.size(); i += 2) {
        points.add(new Ink.Point(whole(stroke.get(i)), whole(stroke.get(i + 1))));
      }
      all.add(new Ink.Stroke(points));
    }
    return new Ink(whole(request.get("size")), all);
  }

  private static int most(ObjectNode request) throws IOException {
    int most = whole(request.get("most"));
    if (most < 1 || most > MOST_CANDIDATES) {
      throw new IOException("1 to " + MOST_CANDIDATES + " candidates can be had");
    }
    return most;
  }

  private static void expect(ObjectNode request, Set<String> members) throws IOException {
    if (request.size() != members.size() || !members.stream().allMatch(request::has)) {
      throw new IOException("unknown or missing members");
    }
  }

  private static int whole(JsonNode node) throws IOException {
    if (!node.isInt()) {
      throw new IOException("a whole number is wanted");
    }
    return node.intValue();
  }

  private static String text(ObjectNode request, String name) throws IOException {
    if (!request.path(name).isTextual()) {
      throw new IOException(name + " is a text");
    }
    return request.get(name).textValue();
  }

  private static String word(ObjectNode request, String name) throws IOException {
    return text(request, name).toUpperCase(Locale.ROOT);
  }

  private static SpokenLanguage language(String code) {
    return switch (code) {
      case "zh" -> SpokenLanguage.CHINESE;
      case "en" -> SpokenLanguage.ENGLISH;
      default -> throw new IllegalArgumentException("zh or en");
    };
  }

  private static SpokenPace pace(String word) {
    return switch (word) {
      case "slow" -> SpokenPace.SLOW;
      case "normal" -> SpokenPace.NORMAL;
      case "fast" -> SpokenPace.FAST;
      default -> throw new IllegalArgumentException("slow, normal or fast");
    };
  }
}
