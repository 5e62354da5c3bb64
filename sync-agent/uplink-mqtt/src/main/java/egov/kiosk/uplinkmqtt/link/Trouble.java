package egov.kiosk.uplinkmqtt.link;

import egov.kiosk.tls.LineException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.CompletionException;

/** Why a try to connect failed, in a technician's words; never the broker's own text. */
final class Trouble {
  private Trouble() {}

  static String of(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    LineException line = LineException.behind(cause);
    if (line != null) {
      return line.getMessage();
    }
    if (cause instanceof RefusedException refusal) {
      return of(refusal.code());
    }
    if (cause instanceof SubscriptionRefusedException
        || cause instanceof PasswordFileException
        || cause instanceof ForeignProtocolException
        || cause instanceof NoAnswerException) {
      return cause.getMessage();
    }
    if (cause instanceof LinkException) {
      return "the connection ended at once";
    }
    if (cause instanceof ConnectException) {
      return "nothing listens there";
    }
    if (cause instanceof UnknownHostException) {
      return "its name is unknown";
    }
    if (cause instanceof SocketTimeoutException) {
      return "it does not answer";
    }
    return cause instanceof IOException
        ? "the connection ended at once"
        : cause.getClass().getSimpleName();
  }

  private static String of(ReasonCode refusal) {
    if (refusal.equals(ReasonCode.BAD_LOGIN) || refusal.equals(ReasonCode.NOT_AUTHORIZED)) {
      return "the broker refuses the login (" + refusal + "); check the password file";
    }
    if (refusal.equals(ReasonCode.UNSUPPORTED_VERSION)) {
      return "the broker does not speak this version of MQTT (" + refusal + "); check protocol";
    }
    if (refusal.overload()) {
      return "the broker has too much to do (" + refusal + ")";
    }
    return "refused with " + refusal;
  }
}
