package egov.kiosk.assist.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.assist.AssistUnavailableException;
import egov.kiosk.domain.assist.AssistUnavailableException.Reason;
import egov.kiosk.domain.assist.Speech;
import egov.kiosk.domain.assist.SpokenKind;
import egov.kiosk.domain.assist.SpokenLanguage;
import egov.kiosk.domain.assist.SpokenPace;
import egov.kiosk.domain.health.Level;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EspeakVoiceTest {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final Speech WORDS = speech("请把身份证放好");

  @TempDir Path directory;
  private final AtomicLong nanos = new AtomicLong();
  private EspeakVoice voice;

  private static Speech speech(String text) {
    return new Speech(SpokenKind.TEXT, SpokenLanguage.CHINESE, SpokenPace.NORMAL, text);
  }

  private EspeakVoice voice(String program, Duration limit) {
    voice =
        new EspeakVoice(
            new VoiceSettings(program, limit, 1 << 20),
            EspeakVoiceTest.class::getResource,
            nanos::get);
    return voice;
  }

  @AfterEach
  void close() {
    if (voice != null) {
      voice.close();
    }
  }

  /** A program that does what the lines say, in place of espeak-ng. */
  private String stand(String lines) throws IOException {
    Path program = directory.resolve("stand-in");
    Files.writeString(program, "#!/bin/sh\n" + lines + "\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    return program.toString();
  }

  @Test
  void words_becomeASoundOfTheirLength() throws Exception {
    byte[] sound = voice("espeak-ng", LIMIT).say(WORDS);
    ByteBuffer header = ByteBuffer.wrap(sound).order(ByteOrder.LITTLE_ENDIAN);
    assertEquals(sound.length - 8, header.getInt(4));
    assertEquals(sound.length - 44, header.getInt(40));
    double seconds = header.getInt(40) / 2.0 / header.getInt(24);
    assertTrue(seconds > 1 && seconds < 5, () -> seconds + " s");
    assertEquals(Level.OK, voice.check(LIMIT).level());
  }

  @Test
  void slow_isLongerAndFastIsShorter() throws Exception {
    voice("espeak-ng", LIMIT);
    int slow = length(SpokenPace.SLOW);
    int normal = length(SpokenPace.NORMAL);
    assertTrue(slow > normal);
    assertTrue(length(SpokenPace.FAST) < normal);
  }

  private int length(SpokenPace pace) throws AssistUnavailableException {
    Speech speech = new Speech(SpokenKind.TEXT, SpokenLanguage.CHINESE, pace, "请拿走您的身份证");
    return voice.say(speech).length;
  }

  @Test
  void clip_isMadeOnceAndKept_whatIsPersonalIsNot() throws Exception {
    Path counts = directory.resolve("counts");
    voice(stand("echo x >> " + counts + "; exec espeak-ng \"$@\""), LIMIT);
    for (int i = 0; i < 3; i++) {
      assertTrue(clip("placeCard.title").isPresent());
    }
    assertEquals(1, Files.readAllLines(counts).size());
    voice.say(WORDS);
    voice.say(WORDS);
    assertEquals(3, Files.readAllLines(counts).size());
    assertTrue(clip("no.such.text").isEmpty());
    assertTrue(clip("alternative.typed").isEmpty(), "a text with a place to fill in");
  }

  private java.util.Optional<byte[]> clip(String id) throws AssistUnavailableException {
    return voice.clip(id, SpokenLanguage.CHINESE, SpokenPace.NORMAL);
  }

  @Test
  void whatIsSaid_isNeverAnArgument() throws Exception {
    Path arguments = directory.resolve("arguments");
    voice(stand("echo \"$@\" >> " + arguments + "; exec espeak-ng \"$@\""), LIMIT);
    voice.say(speech("Zhangsan 13800001234"));
    String seen = Files.readString(arguments);
    assertFalse(seen.contains("hangsan") || seen.contains("1380"), seen);
    assertFalse(speech("Zhangsan").toString().contains("hangsan"));
  }

  @Test
  void missingProgram_isSilenceAndAFinding() {
    voice(directory.resolve("nothing-here").toString(), LIMIT);
    assertReason(Reason.MISSING);
    assertEquals(Level.WARN, voice.check(LIMIT).level());
    assertTrue(voice.check(LIMIT).advice().contains("espeak-ng"));
  }

  @Test
  void crashingProgram_isLeftAloneAfterThreeTimes_andAskedAgainLater() throws Exception {
    Path counts = directory.resolve("counts");
    voice(stand("echo x >> " + counts + "; exit 139"), LIMIT);
    for (int i = 0; i < 3; i++) {
      assertReason(Reason.CRASHED);
    }
    assertReason(Reason.BUSY);
    assertEquals(3, Files.readAllLines(counts).size());
    assertEquals(Level.WARN, voice.check(LIMIT).level());
    nanos.addAndGet(Duration.ofSeconds(31).toNanos());
    assertReason(Reason.CRASHED);
  }

  @Test
  void hangingProgram_isEnded() throws Exception {
    voice(stand("exec sleep 600"), Duration.ofMillis(300));
    assertReason(Reason.LATE);
  }

  @Test
  void endlessProgram_isEnded() throws Exception {
    voice(stand("exec cat /dev/zero"), LIMIT);
    assertReason(Reason.CRASHED);
  }

  @Test
  void programThatGivesNoSound_isRefused() throws Exception {
    voice(stand("cat >/dev/null; echo this is no sound, however long the line may be made"), LIMIT);
    assertReason(Reason.CRASHED);
  }

  @Test
  void screensWithoutTables_areAFinding() {
    voice =
        new EspeakVoice(new VoiceSettings("espeak-ng", LIMIT, 0), path -> null, System::nanoTime);
    assertReason(Reason.MISSING);
    assertTrue(voice.check(LIMIT).what().contains("/voice/readings.txt"));
  }

  @Test
  void signsAlone_areSilence() throws Exception {
    byte[] sound = voice("espeak-ng", LIMIT).say(speech("●●●"));
    assertTrue(sound.length > 44);
  }

  private void assertReason(Reason reason) {
    AssistUnavailableException refused =
        assertThrows(AssistUnavailableException.class, () -> voice.say(WORDS));
    assertEquals(reason, refused.reason(), refused.getMessage());
  }
}
