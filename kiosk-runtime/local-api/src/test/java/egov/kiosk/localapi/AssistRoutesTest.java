package egov.kiosk.localapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.assist.AssistUnavailableException;
import egov.kiosk.domain.assist.AssistUnavailableException.Reason;
import egov.kiosk.domain.assist.Handwriting;
import egov.kiosk.domain.assist.Ink;
import egov.kiosk.domain.assist.Speech;
import egov.kiosk.domain.assist.SpokenKind;
import egov.kiosk.domain.assist.SpokenLanguage;
import egov.kiosk.domain.assist.SpokenPace;
import egov.kiosk.domain.assist.Voice;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssistRoutesTest {
  private static final String SAY =
      "{\"kind\":\"digits\",\"lang\":\"zh\",\"pace\":\"slow\",\"text\":\"3501\"}";
  private static final String WRITE = "{\"size\":300,\"most\":2,\"strokes\":[[30,150,270,150]]}";

  @TempDir Path directory;
  private ServedApi served;

  @BeforeEach
  void open() throws Exception {
    served = new ServedApi(directory.resolve("run"));
    served.voice = new Scripted();
    served.handwriting = (ink, most) -> List.of("一", "-").subList(0, most);
  }

  @AfterEach
  void close() {
    served.close();
  }

  /** Says nothing, and tells what it was asked. */
  private static class Scripted implements Voice {
    volatile Speech last;

    @Override
    public Optional<byte[]> clip(String id, SpokenLanguage language, SpokenPace pace)
        throws AssistUnavailableException {
      String told = id + " " + language + " " + pace;
      return id.equals("nothing")
          ? Optional.empty()
          : Optional.of(told.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public byte[] say(Speech speech) throws AssistUnavailableException {
      last = speech;
      return "sound".getBytes(StandardCharsets.US_ASCII);
    }
  }

  private String post(String path, String body) throws Exception {
    return served.post(path, "application/json", body);
  }

  @Test
  void clip_isServedByItsName() throws Exception {
    String answer = served.get("/api/audio/p/placeCard.title?lang=zh&pace=normal", "");
    assertEquals(200, ServedApi.status(answer));
    assertTrue(answer.contains("audio/wav"));
    assertTrue(answer.endsWith("placeCard.title CHINESE NORMAL"));
    assertTrue(answer.contains("no-store"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/audio/p/nothing?lang=zh&pace=normal",
        "/api/audio/p/x?lang=fr&pace=normal",
        "/api/audio/p/x?lang=zh",
        "/api/audio/p/x",
        "/api/audio/p/a%20b?lang=zh&pace=normal",
        "/api/audio/p/?lang=zh&pace=normal",
        "/api/audio/other"
      })
  void unknownClip_isNotFound(String path) throws Exception {
    assertEquals(404, ServedApi.status(served.get(path, "")));
  }

  @Test
  void speech_isAskedForInABody() throws Exception {
    String answer = post("/api/audio/say", SAY);
    assertEquals(200, ServedApi.status(answer));
    assertTrue(answer.endsWith("sound"));
    Speech last = ((Scripted) served.voice).last;
    assertEquals(
        new Speech(SpokenKind.DIGITS, SpokenLanguage.CHINESE, SpokenPace.SLOW, "3501"), last);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"kind\":\"song\",\"lang\":\"zh\",\"pace\":\"slow\",\"text\":\"1\"}",
        "{\"kind\":\"text\",\"lang\":\"zh\",\"pace\":\"slow\",\"text\":\" \"}",
        "{\"kind\":\"text\",\"lang\":\"zh\",\"pace\":\"slow\",\"text\":7}",
        "{\"kind\":\"text\",\"lang\":\"zh\",\"pace\":\"slow\",\"text\":\"a\",\"more\":1}",
        "{\"kind\":7,\"lang\":\"zh\",\"pace\":\"slow\",\"text\":\"a\"}"
      })
  void speechOfAnotherForm_isRefused(String body) throws Exception {
    assertEquals(400, ServedApi.status(post("/api/audio/say", body)));
  }

  @Test
  void speechTooLong_isRefused() throws Exception {
    String body = SAY.replace("3501", "1".repeat(Speech.MOST_CHARACTERS + 1));
    assertEquals(400, ServedApi.status(post("/api/audio/say", body)));
  }

  @Test
  void noVoice_isSaidAtOnceAndNothingElseSuffers() throws Exception {
    served.voice = null;
    assertTrue(post("/api/audio/say", SAY).contains("NO_VOICE"));
    assertEquals(503, ServedApi.status(served.get("/api/audio/p/x?lang=zh&pace=fast", "")));
    served.voice =
        new Scripted() {
          @Override
          public byte[] say(Speech speech) throws AssistUnavailableException {
            throw new AssistUnavailableException(Reason.LATE, "espeak-ng did not answer");
          }
        };
    assertEquals(503, ServedApi.status(post("/api/audio/say", SAY)));
    assertEquals(200, ServedApi.status(served.get("/api/kiosk", "")));
  }

  @Test
  void handwriting_isRead() throws Exception {
    String answer = post("/api/writing", WRITE);
    assertEquals(200, ServedApi.status(answer));
    assertTrue(answer.contains("\"candidates\":["), answer);
    Handwriting gone =
        (ink, most) -> {
          throw new AssistUnavailableException(Reason.MISSING, "zinnia is not installed");
        };
    served.handwriting = gone;
    assertTrue(post("/api/writing", WRITE).contains("NO_WRITING"));
    served.handwriting = null;
    assertEquals(503, ServedApi.status(post("/api/writing", WRITE)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"size\":300,\"most\":0,\"strokes\":[[1,1]]}",
        "{\"size\":300,\"most\":31,\"strokes\":[[1,1]]}",
        "{\"size\":300,\"most\":5,\"strokes\":[]}",
        "{\"size\":300,\"most\":5,\"strokes\":[[]]}",
        "{\"size\":300,\"most\":5,\"strokes\":[[1]]}",
        "{\"size\":300,\"most\":5,\"strokes\":[[1,301]]}",
        "{\"size\":300,\"most\":5,\"strokes\":[[1,-1]]}",
        "{\"size\":300,\"most\":5,\"strokes\":[[1.5,1]]}",
        "{\"size\":300,\"most\":5,\"strokes\":[1,1]}",
        "{\"size\":99999,\"most\":5,\"strokes\":[[1,1]]}",
        "{\"size\":300,\"most\":5}"
      })
  void inkOfAnotherForm_isRefused(String body) throws Exception {
    assertEquals(400, ServedApi.status(post("/api/writing", body)));
  }

  @Test
  void withoutTheToken_nothingIsSaid() throws Exception {
    String request =
        "GET /api/audio/p/x?lang=zh&pace=fast HTTP/1.1\r\nHost: "
            + served.host()
            + "\r\nConnection: close\r\n\r\n";
    assertEquals(401, ServedApi.status(served.raw(request)));
    assertFalse(
        new Ink(1, List.of(new Ink.Stroke(List.of(new Ink.Point(0, 1)))))
            .toString()
            .contains("Point"));
  }
}
