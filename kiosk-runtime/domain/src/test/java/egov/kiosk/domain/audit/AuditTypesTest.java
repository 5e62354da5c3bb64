package egov.kiosk.domain.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Personal data does not fit into an audit event. */
class AuditTypesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "11010519491231002X",
        "110105194912310021",
        "110105491231002",
        "13812345678",
        "138-1234-5678",
        "6222020200112233445",
        "张三",
        "Zhang San",
        "line\nfeed",
        "esc\u001b[2J",
        "bidi\u202e",
        "${jndi:ldap://x}",
        "a\u2028b"
      })
  @DisplayName("H04 H06 numbers and names of people, and control characters, become 'other'")
  void h04_code_ofPersonalOrHostileText_other(String text) {
    assertEquals(AuditCode.OTHER, AuditCode.orOther(text));
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> new AuditCode(text));
    assertFalse(refused.getMessage().contains(text));
  }

  @Property(tries = 500)
  @Label("H04 whatever text comes, a code is short printable ASCII with few digits")
  void h04_anyText_safe(@ForAll @StringLength(max = 200) String text) {
    String value = AuditCode.orOther(text).value();
    assertTrue(value.matches("[A-Za-z0-9._-]{0,48}"));
    assertTrue(value.chars().filter(Character::isDigit).count() <= 8);
  }

  @Test
  void code_ofOurOwnWords_kept() {
    for (String word :
        new String[] {"pension-qualification", "uplink-mqtt", "0.1.0.SNAPSHOT", "b-17", ""}) {
      assertEquals(word, AuditCode.orOther(word).value());
    }
    assertEquals(AuditCode.OTHER, AuditCode.orOther(null));
  }

  @Test
  void number_beyondTenDigits_broughtToTheNearest() {
    AuditEvent event =
        AuditEvent.of(AuditActor.SYSTEM, AuditAction.PRINTED, AuditResult.DONE)
            .with(AuditAttribute.COUNT, 110105194912310021L)
            .with(AuditAttribute.BYTES, -5);
    assertEquals(9_999_999_999L, event.attributes().get(AuditAttribute.COUNT));
    assertEquals(0L, event.attributes().get(AuditAttribute.BYTES));
  }

  @Test
  void attribute_ofTheOtherKind_refused() {
    AuditEvent event = AuditEvent.of(AuditActor.SYSTEM, AuditAction.PRINTED, AuditResult.DONE);
    assertThrows(IllegalArgumentException.class, () -> event.with(AuditAttribute.REASON, 110105L));
    assertThrows(
        IllegalArgumentException.class, () -> event.with(AuditAttribute.COUNT, AuditCode.OTHER));
  }

  @Test
  void subject_ofANumber_notTaken() {
    assertEquals("order:other", AuditSubject.order("110105194912310021").text());
    assertEquals("order:other", AuditSubject.order("a b").text());
    assertThrows(
        IllegalArgumentException.class,
        () -> AuditSubject.digest(AuditCode.OTHER, "11010519491231002X"));
    assertThrows(
        IllegalArgumentException.class,
        () -> new AuditActor(AuditRole.CITIZEN, new AuditCode("zhang")));
  }

  @Test
  void words_areDistinctAndPlain() {
    assertEquals(
        AuditAction.values().length,
        Arrays.stream(AuditAction.values()).map(AuditAction::word).distinct().count());
    for (AuditAction action : AuditAction.values()) {
      assertTrue(action.word().matches("[a-z][a-z.-]{2,31}"), action.word());
    }
  }

  private static AuditAnchor anchor() {
    AuditHead head =
        new AuditHead(
            "zj-hz-000001",
            "ab".repeat(16),
            12,
            "cd".repeat(32),
            Instant.parse("2026-06-01T08:00:00.120Z"),
            "0123456789abcdef",
            "ef".repeat(32),
            3,
            "01".repeat(32));
    return new AuditAnchor(head, new byte[] {1, 2, 3}, new byte[] {4, 5, 6});
  }

  @Test
  void anchor_writtenAndRead_same() {
    String json = anchor().json();
    AuditAnchor read = AuditAnchor.parse(json.getBytes(StandardCharsets.US_ASCII)).orElseThrow();
    assertEquals(anchor().head(), read.head());
    assertEquals(json, read.json());
  }

  @Property(tries = 500)
  void anchor_oneByteChanged_neverReadAsTheSame(@ForAll int place, @ForAll byte change) {
    byte[] bytes = anchor().json().getBytes(StandardCharsets.US_ASCII);
    int at = Math.floorMod(place, bytes.length);
    byte before = bytes[at];
    bytes[at] ^= change;
    Optional<AuditAnchor> read = AuditAnchor.parse(bytes);
    boolean same = read.isPresent() && read.get().json().equals(anchor().json());
    assertEquals(before == bytes[at], same);
  }

  @Property(tries = 500)
  void anchor_anyBytes_neverThrows(@ForAll byte[] bytes) {
    assertTrue(AuditAnchor.parse(bytes).isEmpty());
  }
}
