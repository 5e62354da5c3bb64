package egov.kiosk.domain.fleet;

import java.util.Objects;

/**
 * What became of a command.
 *
 * @param done whether it was carried out
 * @param text what was done or what is in the way, in English, at most 2,000 characters of it are
 *     sent; never personal data
 * @param data what was asked for, as ASCII text such as Base64, at most {@link #MAX_DATA} long;
 *     empty when nothing was
 */
public record CommandResult(boolean done, String text, String data) {
  /** So that the answer as a whole stays below 60 KiB. */
  public static final int MAX_DATA = 56 * 1024;

  public CommandResult {
    Objects.requireNonNull(text, "text");
    if (data.length() > MAX_DATA || !data.chars().allMatch(unit -> unit >= ' ' && unit < 127)) {
      throw new IllegalArgumentException("the data of an answer is short printable ASCII");
    }
  }

  /** It was carried out. */
  public static CommandResult done(String text) {
    return new CommandResult(true, text, "");
  }

  /** It could not be carried out. */
  public static CommandResult failed(String text) {
    return new CommandResult(false, text, "");
  }
}
