package egov.kiosk.proving.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The file of a campaign that is run in several sittings: each sitting as it was, and the sums over
 * all of them. Thread safe.
 */
public final class Sittings {
  private static final String RUNS = "runs";
  private static final String KINDS = "kinds";

  private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private final Path file;
  private final List<JsonNode> earlier;

  private Sittings(Path file, List<JsonNode> earlier) {
    this.file = file;
    this.earlier = earlier;
  }

  /** A report of this sitting alone; one that is there already is replaced. */
  public static Sittings alone(Path file) {
    return new Sittings(file, List.of());
  }

  /**
   * Goes on with the report that is there, if there is one.
   *
   * @throws IOException when what is there is no report; it is not touched then
   */
  public static Sittings after(Path file) throws IOException {
    if (Files.notExists(file)) {
      return alone(file);
    }
    try {
      JsonNode found = new ObjectMapper().readTree(Files.readAllBytes(file));
      if (!found.path(RUNS).isArray() && !found.path(KINDS).isObject()) {
        throw new IOException(file + " is no report of a campaign; nothing was run");
      }
      List<JsonNode> runs = new ArrayList<>();
      if (found.path(RUNS).isArray()) {
        found.get(RUNS).forEach(runs::add);
      } else {
        // A report of one run, as they were before there were several.
        runs.add(found);
      }
      return new Sittings(file, runs);
    } catch (JsonProcessingException e) {
      throw new IOException(file + " is no report of a campaign; nothing was run", e);
    }
  }

  /** How many sittings there were before this one. */
  public int earlier() {
    return earlier.size();
  }

  /** Writes everything; who is cut off while it does finds the report that was there before. */
  public synchronized void write(Map<String, Object> run) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".part");
    json.writeValue(fresh.toFile(), document(json.valueToTree(run)));
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private ObjectNode document(JsonNode run) {
    List<JsonNode> runs = runs(run);
    Map<String, KindTally> byKind = byKind(runs);
    KindTally all = new KindTally();
    byKind.values().forEach(tally -> all.add(tally.sums()));
    ObjectNode document = json.createObjectNode();
    document.set("total", json.valueToTree(all.sums()));
    ObjectNode kinds = document.putObject(KINDS);
    byKind.forEach((kind, tally) -> kinds.set(kind, json.valueToTree(tally.sums())));
    ArrayNode list = document.putArray(RUNS);
    runs.forEach(list::add);
    return document;
  }

  /** The tables people read: the sums by fault, and the sittings they come from. */
  public synchronized String markdown(Map<String, Object> run) {
    List<JsonNode> runs = runs(json.valueToTree(run));
    return new Markdown(byKind(runs), runs).text();
  }

  private List<JsonNode> runs(JsonNode last) {
    List<JsonNode> runs = new ArrayList<>(earlier);
    runs.add(last);
    return runs;
  }

  private static Map<String, KindTally> byKind(List<JsonNode> runs) {
    Map<String, KindTally> byKind = new TreeMap<>();
    for (JsonNode run : runs) {
      run.path(KINDS)
          .fields()
          .forEachRemaining(
              kind ->
                  byKind
                      .computeIfAbsent(kind.getKey(), name -> new KindTally())
                      .add(sums(kind.getValue())));
    }
    return byKind;
  }

  private static Map<String, Long> sums(JsonNode kind) {
    Map<String, Long> sums = new TreeMap<>();
    kind.fields().forEachRemaining(sum -> sums.put(sum.getKey(), sum.getValue().asLong()));
    return sums;
  }
}
