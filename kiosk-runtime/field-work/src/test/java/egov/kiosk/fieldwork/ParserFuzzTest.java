package egov.kiosk.fieldwork;

import static org.junit.jupiter.api.Assertions.assertEquals;

import egov.kiosk.domain.field.FieldException;
import egov.kiosk.fieldwork.store.Fields;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

/** Whatever comes down, or lies on the disk, ends in a value or a refusal. */
class ParserFuzzTest {
  @Property(tries = 300)
  void order_anythingInAnyMember_isReadOrRefused(
      @ForAll @IntRange(max = 20) int which, @ForAll @StringLength(max = 80) String text) {
    Map<String, String> order = new HashMap<>(Tablet.morning());
    String name = order.keySet().stream().sorted().toList().get(which % order.size());
    order.put(name, text);
    order.put("task." + text, text);
    try {
      OrderReader.read(order);
    } catch (IllegalArgumentException e) {
      assertEquals(-1, text.isBlank() ? -1 : String.valueOf(e.getMessage()).indexOf(text + "鄣"));
    }
  }

  @Property(tries = 300)
  void fields_anyTexts_comeBackAsTheyWere(
      @ForAll @Size(max = 10)
          Map<@AlphaChars @StringLength(min = 1, max = 8) String, @StringLength(max = 40) String>
              texts)
      throws FieldException {
    Map<String, String> whole = new HashMap<>();
    texts.forEach((name, text) -> whole.put(name, text.replaceAll("\\p{Cs}", "?")));
    byte[] bytes = new Fields().group("g", whole).bytes();
    assertEquals(whole, Fields.read(bytes, fields -> new HashMap<>(fields.group("g"))));
  }

  @Property(tries = 500)
  void fields_anyBytes_areReadOrRefused(@ForAll @Size(max = 64) byte[] bytes) {
    try {
      Fields.read(bytes, fields -> fields);
    } catch (FieldException e) {
      assertEquals(FieldException.Reason.DAMAGED, e.reason());
    }
  }
}
