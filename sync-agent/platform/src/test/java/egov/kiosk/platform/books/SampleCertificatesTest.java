package egov.kiosk.platform.books;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.crypto.sm.Sm3;
import egov.kiosk.domain.citizen.VerifiedCitizen;
import egov.kiosk.domain.inquiry.AnswerDocument;
import egov.kiosk.domain.inquiry.InquiryAnswer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleCertificatesTest {
  private static final String LICENCE = "LICENCE-PRINT";
  private static final String BUSINESS = "BUSINESS-LICENCE-PRINT";
  private static final VerifiedCitizen OWN = Cases.verified("35010019000101999X");
  private static final VerifiedCitizen OTHER = Cases.verified("110101190001010014");

  private SampleCertificates books;

  @BeforeEach
  void open() throws IOException {
    books = new SampleCertificates(new SampleTexts());
  }

  private InquiryAnswer ask(String item, VerifiedCitizen citizen, Map<String, String> parameters)
      throws IOException {
    return books.answer(Cases.certificate(item, Optional.of(citizen), parameters));
  }

  /** All parts, one question each, as a kiosk fetches them. */
  private byte[] fetched(VerifiedCitizen citizen, String which) throws IOException {
    Map<String, String> parameters = new HashMap<>(Map.of("licence", which));
    AnswerDocument said = AnswerDocument.in(ask(LICENCE, citizen, parameters)).orElseThrow();
    ByteArrayOutputStream came = new ByteArrayOutputStream();
    for (int part = 0; part < said.parts(); part++) {
      parameters.put(AnswerDocument.PART, String.valueOf(part));
      InquiryAnswer answer = ask(LICENCE, citizen, parameters);
      assertEquals(Optional.of(said), AnswerDocument.in(answer), "the same for every part");
      came.writeBytes(answer.file().bytes());
    }
    byte[] whole = came.toByteArray();
    assertEquals(said.bytes(), whole.length);
    assertEquals(said.sm3(), HexFormat.of().formatHex(Sm3.digest(whole)));
    return whole;
  }

  @ParameterizedTest
  @ValueSource(strings = {"MARRIAGE", "DRIVING", "VEHICLE", "PROPERTY"})
  void licence_comesAsOnePageOfPdf(String which) throws IOException {
    InquiryAnswer answer = ask(LICENCE, OWN, Map.of("licence", which));
    AnswerDocument said = AnswerDocument.in(answer).orElseThrow();
    assertTrue(said.fits());
    assertEquals(1, said.pages());
    byte[] pdf = fetched(OWN, which);
    assertEquals("%PDF-1.4", new String(pdf, 0, 8, StandardCharsets.US_ASCII));
    assertTrue(answer.rows().get(0).value().matches("350100-[0-9]{12}"));
    assertTrue(answer.rows().stream().anyMatch(row -> row.label().equals("查验码")));
  }

  @Test
  void anothersCertificate_isAnotherOne() throws IOException {
    assertFalse(Arrays.equals(fetched(OWN, "DRIVING"), fetched(OTHER, "DRIVING")));
    Map<String, String> asked = Map.of("licence", "DRIVING");
    InquiryAnswer other = ask(LICENCE, OTHER, asked);
    assertNotEquals(ask(LICENCE, OWN, asked).rows().get(0), other.rows().get(0));
    assertFalse(other.rows().toString().contains("35010019000101999X"));
    assertTrue(other.rows().stream().noneMatch(row -> row.value().contains("35010019000101999X")));
    assertArrayEquals(fetched(OTHER, "DRIVING"), fetched(OTHER, "DRIVING"));
  }

  @Test
  void cardAlone_orNobody_getsNothing() throws IOException {
    Map<String, String> asked = Map.of("licence", "DRIVING");
    assertEquals(InquiryAnswer.NOTHING, ask(LICENCE, Cases.citizen("35010019000101999X"), asked));
    assertEquals(
        InquiryAnswer.NOTHING, books.answer(Cases.certificate(LICENCE, Optional.empty(), asked)));
    Map<String, String> part = Map.of("licence", "DRIVING", AnswerDocument.PART, "0");
    assertEquals(InquiryAnswer.NOTHING, ask(LICENCE, Cases.citizen("35010019000101999X"), part));
  }

  @ParameterizedTest
  @ValueSource(strings = {"DISABILITY", "ANY", "", "-", "../x"})
  void licenceNobodyHas_isNothing(String which) throws IOException {
    Map<String, String> asked = which.isEmpty() ? Map.of() : Map.of("licence", which);
    assertEquals(InquiryAnswer.NOTHING, ask(LICENCE, OWN, asked));
  }

  @ParameterizedTest
  @ValueSource(strings = {"000000", "%", "X", "", "2MA00000X0X"})
  void businessLicence_withoutTheRightNumber_isNothing(String end) throws IOException {
    Map<String, String> asked = end.isEmpty() ? Map.of() : Map.of("creditCode", end);
    assertEquals(InquiryAnswer.NOTHING, ask(BUSINESS, OWN, asked));
    assertTrue(AnswerDocument.in(ask(BUSINESS, OWN, Map.of("creditCode", "000X0X"))).isPresent());
  }
}
