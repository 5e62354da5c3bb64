package egov.kiosk.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import egov.kiosk.domain.fleet.UpChannel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The contract's schemas, applied by a validator that knows nothing of this house. */
final class Contract {
  private static final Map<UpChannel, String> SCHEMAS =
      Map.of(
          UpChannel.EVENT, "event",
          UpChannel.ALARM, "alarm",
          UpChannel.METRICS, "metrics",
          UpChannel.SHADOW, "shadow");

  private final SchemaRegistry registry;

  Contract() {
    Map<String, String> texts = new TreeMap<>();
    List.of("common", "event", "alarm", "metrics", "shadow")
        .forEach(name -> texts.put(id(name), text(name)));
    registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(texts));
  }

  private static String id(String name) {
    return "urn:egov:kiosk:schema:1:" + name;
  }

  private static String text(String name) {
    try (InputStream stream =
        Contract.class.getResourceAsStream("/schema/" + name + ".schema.json")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every message is what the contract says of its channel. */
  void check(List<Kiosk.Sent> sent) {
    for (Kiosk.Sent message : sent) {
      assertEquals(
          List.of(),
          registry
              .getSchema(SchemaLocation.of(id(SCHEMAS.get(message.channel()))))
              .validate(message.text(), InputFormat.JSON),
          message.text());
    }
  }
}
