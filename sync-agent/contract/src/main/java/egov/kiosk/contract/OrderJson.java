package egov.kiosk.contract;

import egov.kiosk.domain.envelope.MalformedMessageException;
import egov.kiosk.domain.fleet.Order;
import egov.kiosk.domain.inquiry.ProgressStage;
import egov.kiosk.domain.transaction.TransactionId;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the platform asks of a kiosk, as JSON. */
final class OrderJson {
  static final String CONFIGURATION = "configuration";
  static final String CATALOGUE = "catalogue";
  static final String COMMAND = "command";
  static final String MISSING_CHUNKS = "missing-chunks";
  static final String ANSWER = "answer";
  static final String PROGRESS = "progress";

  /** More are asked for in a later order. */
  private static final int MOST_CHUNKS = 1000;

  private OrderJson() {}

  static Map<String, Object> write(Order order) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("version", MessageHead.VERSION);
    json.put("kioskId", order.kioskId());
    json.put("issuedAt", order.issuedAt().toString());
    if (order instanceof Order.Configuration configuration) {
      json.put("kind", CONFIGURATION);
      json.put("revision", configuration.version());
      json.put("settings", configuration.settings());
    } else if (order instanceof Order.Catalogue catalogue) {
      json.put("kind", CATALOGUE);
      json.put("revision", catalogue.version());
      json.put("items", catalogue.items());
    } else if (order instanceof Order.Command command) {
      json.put("kind", COMMAND);
      json.put("id", command.id());
      json.put("name", command.name());
      json.put("arguments", command.arguments());
      json.put("expiresAt", command.expiresAt().toString());
    } else if (order instanceof Order.MissingChunks missing) {
      json.put("kind", MISSING_CHUNKS);
      json.put("attachmentId", missing.attachmentId());
      json.put("chunks", missing.chunks());
    } else if (order instanceof Order.Answer answer) {
      json.put("kind", ANSWER);
      json.put("questionId", answer.questionId());
      json.put("sealed", answer.sealed());
    } else if (order instanceof Order.Progress progress) {
      json.put("kind", PROGRESS);
      json.put("revision", progress.revision());
      json.put("transactionId", progress.transactionId().value());
      json.put("stage", progress.stage().name());
      json.put("since", progress.since().toString());
    }
    return json;
  }

  static Order read(Members json) throws MalformedMessageException {
    MessageHead.version(json);
    String kind = json.text("kind");
    Order order;
    try {
      order =
          switch (kind) {
            case CONFIGURATION -> configuration(json);
            case CATALOGUE -> catalogue(json);
            case COMMAND -> command(json);
            case MISSING_CHUNKS -> missingChunks(json);
            case ANSWER -> answer(json);
            case PROGRESS -> progress(json);
            default -> throw json.wrong("kind");
          };
    } catch (IllegalArgumentException e) {
      // The constructors' messages name rules and no values.
      throw new MalformedMessageException(e.getMessage());
    }
    json.done();
    return order;
  }

  private static Order configuration(Members json) throws MalformedMessageException {
    return new Order.Configuration(
        MessageHead.kioskId(json),
        json.instant("issuedAt"),
        json.whole("revision"),
        json.object("settings").textsByName());
  }

  private static Order catalogue(Members json) throws MalformedMessageException {
    return new Order.Catalogue(
        MessageHead.kioskId(json),
        json.instant("issuedAt"),
        json.whole("revision"),
        json.list("items"));
  }

  private static Order command(Members json) throws MalformedMessageException {
    return new Order.Command(
        MessageHead.kioskId(json),
        json.instant("issuedAt"),
        json.text("id"),
        json.text("name"),
        json.object("arguments").texts(),
        json.instant("expiresAt"));
  }

  private static Order missingChunks(Members json) throws MalformedMessageException {
    Order.MissingChunks missing =
        new Order.MissingChunks(
            MessageHead.kioskId(json),
            json.instant("issuedAt"),
            json.value("attachmentId", TransactionId::new).value(),
            json.integers("chunks"));
    if (missing.chunks().isEmpty() || missing.chunks().size() > MOST_CHUNKS) {
      throw json.wrong("chunks");
    }
    return missing;
  }

  private static Order answer(Members json) throws MalformedMessageException {
    return new Order.Answer(
        MessageHead.kioskId(json),
        json.instant("issuedAt"),
        json.value("questionId", TransactionId::new).value(),
        json.text("sealed"));
  }

  private static Order progress(Members json) throws MalformedMessageException {
    return new Order.Progress(
        MessageHead.kioskId(json),
        json.instant("issuedAt"),
        json.whole("revision"),
        json.value("transactionId", TransactionId::new),
        json.value("stage", ProgressStage::valueOf),
        json.instant("since"));
  }
}
