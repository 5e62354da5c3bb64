package egov.kiosk.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import egov.kiosk.domain.transaction.FormData;
import egov.kiosk.domain.transaction.FormQuestion;
import egov.kiosk.domain.transaction.FormRejectedException;
import egov.kiosk.domain.transaction.ServiceItem;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The published form schema lets through what the kiosk lets through. */
class FormSchemaTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private final List<ServiceItem> items =
      FileCatalogue.open(SampleItemsTest.SAMPLES).items().stream()
          .filter(item -> !item.questions().isEmpty())
          .toList();

  @Property(tries = 600)
  void answers_kioskAndSchemaAgree(@ForAll long seed) {
    Random random = new Random(seed);
    ServiceItem item = items.get(random.nextInt(items.size()));
    Map<String, String> answers = new LinkedHashMap<>();
    for (FormQuestion question : item.on(TODAY).questions()) {
      if (question.fromCard().isEmpty() && random.nextInt(12) > 0) {
        answers.put(question.id(), answer(question, random));
      }
    }
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(FormSchema.of(item), InputFormat.JSON);
    ObjectNode json = new ObjectMapper().createObjectNode();
    answers.values().removeIf(String::isEmpty);
    answers.forEach(json::put);
    boolean fits = schema.validate(json.toString(), InputFormat.JSON).isEmpty();
    assertEquals(accepted(item, answers), fits, item.code() + " " + json);
  }

  private static boolean accepted(ServiceItem item, Map<String, String> answers) {
    try {
      FormData.of(item.on(TODAY).questions(), answers, Optional.empty());
      return true;
    } catch (FormRejectedException e) {
      return false;
    }
  }

  private static String answer(FormQuestion question, Random random) {
    if (random.nextInt(10) == 0) {
      String[] odd = {
        "", " ", "一\n二", "x".repeat(501), "不是这个", "1380000123", "2026-02-3", "none", "NONE1"
      };
      return odd[random.nextInt(odd.length)];
    }
    return switch (question.kind()) {
      case TEXT -> "字".repeat(1 + random.nextInt(question.maxLength()));
      case PHONE -> random.nextInt(4) == 0 ? FormQuestion.NO_PHONE : "13800001234";
      case NUMBER -> "7";
      case DATE -> "2026-11-20";
      case CHOICE -> question.choices().get(random.nextInt(question.choices().size())).value();
    };
  }

  @Property(tries = 1)
  void everySample_hasOne() {
    for (ServiceItem item : items) {
      assertTrue(FormSchema.of(item).contains("urn:egov-kiosk:form:" + item.code()));
    }
  }
}
