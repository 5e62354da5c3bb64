package egov.kiosk.town;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One citizen from card to receipt, and the report of it: {@code packaging/demo --once}. */
final class Play {
  /** An item that needs a verified citizen and may be queued. */
  static final String ITEM = "PENSION-QUALIFICATION";

  /** As the finding about the broker says it. */
  private static final Pattern AGREED = Pattern.compile("over (\\S+) with (\\S+)$");

  private final Town town;
  private final Path report;
  private final boolean outage;
  private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private final ObjectNode out = json.createObjectNode();

  Play(Town town, Path report, boolean outage) {
    this.town = town;
    this.report = report.toAbsolutePath();
    this.outage = outage;
  }

  /** The honest citizen. Throws unless the platform's receipt came back. */
  void citizen() throws IOException, InterruptedException {
    long started = System.nanoTime();
    CitizenPlayer citizen = new CitizenPlayer(town);
    town.face("same-02.jpg");
    citizen.choose(ITEM);
    citizen.answerConsent(true);
    citizen.placeCard("resident");
    citizen.answerConsent(true);
    citizen.lookAtCamera();
    expect(citizen, "form");
    citizen.fillForm();
    expect(citizen, "confirm");
    if (outage) {
      town.platform().command("broker stop");
    }
    citizen.act("submit", Map.of());
    expect(citizen, "accepted");
    citizen.act("print", Map.of());
    citizen.await(
        view -> !view.at("/accepted/slip").asText().equals("PRINTING"), "the slip to be printed");
    if (outage) {
      town.platform().command("broker start");
    }
    citizen.await(view -> view.at("/accepted/official").asBoolean(), "the platform's receipt");
    JsonNode view = citizen.view();
    citizen.act("continue", Map.of());
    citizen.act("rating", Map.of("level", 5));
    citizen.takeCardAndLeave();
    out.put("citizenMillis", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started));
    settle(3);
    write(view);
    new SealedSlip(town).write(beside("slip.ofd"), out.putObject("sealedSlip"));
    json.writeValue(report.toFile(), out);
  }

  /** The impostor: another face than the card's. Throws unless refused with nothing queued. */
  void impostor() throws IOException, InterruptedException {
    long started = System.nanoTime();
    CitizenPlayer impostor = new CitizenPlayer(town);
    town.face("other-01.jpg");
    impostor.choose(ITEM);
    impostor.answerConsent(true);
    impostor.placeCard("resident");
    impostor.answerConsent(true);
    impostor.lookAtCamera();
    expect(impostor, "problem");
    JsonNode view = impostor.view();
    impostor.leave();
    impostor.takeCardAndLeave();
    out.put("citizenMillis", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started));
    settle(0);
    write(view);
    if (!out.at("/identity/outcome").asText().equals("fail")) {
      throw new IOException("the impostor was not refused: " + out.get("identity"));
    }
    if (out.at("/outbox/delivered").asLong() + out.at("/outbox/pending").asLong() != 0) {
      throw new IOException("something was queued for an impostor: " + out.get("outbox"));
    }
  }

  private static void expect(CitizenPlayer citizen, String page) throws IOException {
    if (!citizen.page().equals(page)) {
      throw new IOException("expected page " + page + ", the screen shows " + citizen.view());
    }
  }

  /** Waits until the queue has delivered what it should. */
  private void settle(int messages) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    JsonNode counts;
    do {
      counts = town.kiosk().client().get("/api/outbox").expect();
      TimeUnit.MILLISECONDS.sleep(50);
    } while (counts.get("delivered").asInt() < messages && System.nanoTime() < deadline);
    out.set("outbox", counts);
  }

  private void write(JsonNode view) throws IOException, InterruptedException {
    JsonNode accepted = view.path("accepted");
    if (accepted.has("transactionId")) {
      String id = accepted.get("transactionId").asText();
      out.putObject("transaction")
          .put("id", id)
          .put("itemCode", view.at("/item/code").asText())
          .put("acceptanceNumber", accepted.get("number").asText());
      writeEnvelope(id);
    }
    out.putObject("card")
        .put("layout", view.at("/card/layout").asText())
        .put("readMillis", view.at("/card/readMillis").asDouble())
        .put("wireMillis", view.at("/card/wireMillis").asDouble());
    JsonNode identity = view.path("identity");
    out.putObject("identity")
        .put("outcome", identity.path("outcome").asText().toLowerCase(Locale.ROOT))
        .put("band", identity.path("band").asText().toLowerCase(Locale.ROOT));
    out.putObject("receipt").put("verified", accepted.path("official").asBoolean());
    Path slip = town.newestSlip();
    if (slip != null) {
      Path copy = beside("slip.png");
      Files.copy(slip, copy, StandardCopyOption.REPLACE_EXISTING);
      out.putObject("slip").put("png", copy.toString());
    }
    writeLine();
    out.put("startMillis", town.kiosk().startTime().toMillis());
    json.writeValue(report.toFile(), out);
  }

  /** What the kiosk says of its line to the platform. */
  private void writeLine() throws IOException, InterruptedException {
    for (JsonNode finding : town.kiosk().client().get("/api/health").expect().get("findings")) {
      if (finding.path("name").asText().equals("broker")) {
        Matcher agreed = AGREED.matcher(finding.path("what").asText());
        boolean secured = agreed.find();
        out.putObject("line")
            .put("protocol", secured ? agreed.group(1) : "none")
            .put("suite", secured ? agreed.group(2) : "none");
      }
    }
  }

  /** Keeps the message as it was sent, and what opens it. */
  private void writeEnvelope(String id) throws IOException {
    String[] found = town.platform().command("find " + id).split(" ", 2);
    Path copy = beside(id + ".p7m");
    Files.copy(Path.of(found[1].strip()), copy, StandardCopyOption.REPLACE_EXISTING);
    town.copyPlatformKey(report.getParent());
    out.putObject("envelope").put("bytes", Files.size(copy)).put("file", copy.toString());
    if (!found[0].equals(out.at("/transaction/acceptanceNumber").asText())) {
      throw new IOException("the kiosk shows another number than the platform gave");
    }
  }

  private Path beside(String name) {
    return report.resolveSibling(name);
  }
}
