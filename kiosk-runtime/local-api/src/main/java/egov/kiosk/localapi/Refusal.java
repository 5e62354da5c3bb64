package egov.kiosk.localapi;

import java.util.Objects;

/**
 * A request that is answered with an error.
 *
 * @param status the HTTP status
 * @param code a short code for the screen and the audit, e.g. {@code WRONG_HOST}
 */
record Refusal(int status, String code) {
  static final Refusal NOT_FOUND = new Refusal(404, "NOT_FOUND");
  static final Refusal WRONG_METHOD = new Refusal(405, "WRONG_METHOD");
  static final Refusal TOO_LARGE = new Refusal(413, "TOO_LARGE");
  static final Refusal BAD_JSON = new Refusal(400, "BAD_JSON");
  static final Refusal STARTING = new Refusal(503, "STARTING");

  /** A page's call that crossed with the word of its next token: nothing a stranger did. */
  static final Refusal CROSSED = new Refusal(401, "CROSSED");

  Refusal {
    Objects.requireNonNull(code, "code");
  }
}
