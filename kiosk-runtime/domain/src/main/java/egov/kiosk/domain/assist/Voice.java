package egov.kiosk.domain.assist;

import java.util.Optional;

/**
 * The kiosk's own voice, offline. Safe for use by several threads; each call ends within seconds,
 * whatever the program behind it does.
 */
public interface Voice {
  /**
   * A text of the screens that never changes and says nothing about anybody. It may be kept.
   *
   * @param id the text's name in the screens' catalogue, e.g. {@code placeCard.title}
   * @return a WAV file (16 bit, mono), or empty when no text has that name
   * @throws AssistUnavailableException when nothing can be said now
   */
  Optional<byte[]> clip(String id, SpokenLanguage language, SpokenPace pace)
      throws AssistUnavailableException;

  /**
   * Anything else. Neither the text nor the sound is kept or logged.
   *
   * @return a WAV file (16 bit, mono)
   * @throws AssistUnavailableException when nothing can be said now
   */
  byte[] say(Speech speech) throws AssistUnavailableException;
}
