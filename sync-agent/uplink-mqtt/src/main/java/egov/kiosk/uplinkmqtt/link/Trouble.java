package egov.kiosk.uplinkmqtt.link;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLException;
import org.eclipse.paho.mqttv5.common.MqttException;

/** Why a try to connect failed, in a technician's words; never the broker's own text. */
final class Trouble {
  private Trouble() {}

  static String of(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof SubscriptionRefusedException || cause instanceof PasswordFileException) {
      return cause.getMessage();
    }
    if (cause instanceof LinkException) {
      return "the connection ended at once";
    }
    if (cause instanceof MqttException paho) {
      int code = paho.getReasonCode();
      if (code == ReasonCode.BAD_LOGIN.value() || code == ReasonCode.NOT_AUTHORIZED.value()) {
        return "the broker refuses the login ("
            + new ReasonCode(code)
            + "); check the password file";
      }
      if (code > 0 && code <= 0xFF && paho.getCause() == null) {
        return "refused with " + new ReasonCode(code);
      }
      cause = paho.getCause() == null ? paho : paho.getCause();
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
    if (cause instanceof SSLException) {
      return "its certificate is not trusted, or TLS failed";
    }
    return cause.getClass().getSimpleName();
  }
}
