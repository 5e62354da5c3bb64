package egov.kiosk.assist.voice;

import egov.kiosk.assist.ChildProgram;
import egov.kiosk.domain.assist.AssistUnavailableException;
import egov.kiosk.domain.assist.SpokenPace;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * espeak-ng as a program. Chinese is given to it as pinyin with tones, through the voice {@code
 * cmn-latn-pinyin}: {@code cmn} of Debian 12 reads pinyin with English letters.
 */
final class Espeak implements AutoCloseable {
  /** A minute of sound is 2.6 MB. */
  private static final int MOST_OUTPUT = 16 << 20;

  private final VoiceSettings settings;
  private final ChildProgram program = new ChildProgram("espeak-ng", MOST_OUTPUT);

  Espeak(VoiceSettings settings) {
    this.settings = settings;
  }

  /** One WAV file of all parts, one after the other. */
  byte[] sound(List<Part> parts, SpokenPace pace) throws AssistUnavailableException {
    List<byte[]> streams = new ArrayList<>();
    for (Part part : parts) {
      List<String> command =
          List.of(
              settings.program(),
              "-v",
              voice(part),
              "-s",
              Integer.toString(wordsAMinute(pace)),
              "-b",
              "1",
              "--stdin",
              "--stdout");
      streams.add(program.run(command, utf8(part.text()), settings.timeout()));
    }
    return Wave.join(streams);
  }

  /** The phonemes it would speak, in its own notation. */
  String phonemes(Part part, Duration limit) throws AssistUnavailableException {
    List<String> command =
        List.of(settings.program(), "-v", voice(part), "-b", "1", "-q", "-x", "--stdin");
    byte[] answer = program.run(command, utf8(part.text()), limit);
    return new String(answer, StandardCharsets.UTF_8).strip();
  }

  private static String voice(Part part) {
    return part.chinese() ? "cmn-latn-pinyin" : "en";
  }

  private static int wordsAMinute(SpokenPace pace) {
    return switch (pace) {
      case SLOW -> 115;
      case NORMAL -> 150;
      case FAST -> 200;
    };
  }

  private static byte[] utf8(String text) {
    return (text + "\n").getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    program.close();
  }
}
