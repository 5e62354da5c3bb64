package egov.kiosk.assist.voice;

import egov.kiosk.assist.Turn;
import egov.kiosk.domain.assist.AssistUnavailableException;
import egov.kiosk.domain.assist.AssistUnavailableException.Reason;
import egov.kiosk.domain.assist.Speech;
import egov.kiosk.domain.assist.SpokenKind;
import egov.kiosk.domain.assist.SpokenLanguage;
import egov.kiosk.domain.assist.SpokenPace;
import egov.kiosk.domain.assist.Voice;
import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.health.Level;
import java.io.IOException;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * The voice by espeak-ng. Starts nothing until something is to be said; a missing, crashing or
 * hanging program is silence and a finding, never a wait of more than its time.
 */
public final class EspeakVoice implements Voice, HealthCheck, AutoCloseable {
  /** The check's name. */
  public static final String NAME = "voice";

  private static final int SILENCE = 22_050 / 5 * 2;

  private final Espeak espeak;
  private final Turn turn;
  private final ClipCache cache;
  private final Function<String, URL> files;
  private SpeechData data;

  /**
   * @param files finds a file of the screens; null when there is none
   * @param nanos a monotonic clock
   */
  public EspeakVoice(VoiceSettings settings, Function<String, URL> files, LongSupplier nanos) {
    this.files = files;
    this.espeak = new Espeak(settings);
    this.turn = new Turn("espeak-ng", nanos, settings.timeout());
    this.cache = new ClipCache(settings.cacheBytes());
  }

  @Override
  public Optional<byte[]> clip(String id, SpokenLanguage language, SpokenPace pace)
      throws AssistUnavailableException {
    String key = language + "/" + pace + "/" + id;
    Optional<byte[]> kept = cache.get(key);
    if (kept.isPresent()) {
      return kept;
    }
    String code = language == SpokenLanguage.CHINESE ? "zh" : "en";
    Optional<String> text = data().clip(code, id);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    byte[] sound = say(new Speech(SpokenKind.TEXT, language, pace, text.get()));
    cache.put(key, sound);
    return Optional.of(sound);
  }

  @Override
  public byte[] say(Speech speech) throws AssistUnavailableException {
    List<Part> parts = new Script(data().readings()).of(speech);
    return turn.take(
        () -> parts.isEmpty() ? Wave.silence(SILENCE) : espeak.sound(parts, speech.pace()));
  }

  private synchronized SpeechData data() throws AssistUnavailableException {
    if (data == null) {
      try {
        data = SpeechData.load(files);
      } catch (IOException e) {
        throw new AssistUnavailableException(
            Reason.MISSING, "the voice's data cannot be read: " + e.getMessage());
      }
    }
    return data;
  }

  @Override
  public String name() {
    return NAME;
  }

  /** Asks for the phonemes of one word: a program that is there may still have a wrong voice. */
  @Override
  public Finding check(Duration timeout) {
    Duration limit = timeout.compareTo(Duration.ofSeconds(3)) > 0 ? Duration.ofSeconds(3) : timeout;
    try {
      data();
      String said = espeak.phonemes(new Part(true, "qing3"), limit);
      if (!said.contains("tS;h") || said.contains("(en)")) {
        return silent("espeak-ng does not know the voice cmn-latn-pinyin");
      }
    } catch (AssistUnavailableException e) {
      return silent(e.getMessage());
    }
    return turn.problem()
        .map(EspeakVoice::silent)
        .orElseGet(() -> Finding.ok(NAME, "espeak-ng speaks Mandarin and English, offline"));
  }

  private static Finding silent(String what) {
    return new Finding(
        NAME,
        Level.WARN,
        what + "; the screens are silent",
        Actor.TECHNICIAN,
        "install or repair the Debian package espeak-ng and its data; the screens speak again by"
            + " themselves");
  }

  @Override
  public void close() {
    espeak.close();
  }
}
