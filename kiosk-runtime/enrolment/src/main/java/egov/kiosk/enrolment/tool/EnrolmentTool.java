package egov.kiosk.enrolment.tool;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.enrolment.device.Enroller;
import egov.kiosk.enrolment.device.RefusedException;
import egov.kiosk.tls.LineException;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.SocketTimeoutException;
import java.util.spi.ToolProvider;

/**
 * {@code look}, {@code enrol} and {@code finish}, for the kiosk's command line, which finds it as a
 * service and has locked the data directory. Exit codes: 0 done; 1 it could not be done and may be
 * tried again; 2 asked wrongly; 3 the platform refuses.
 */
public final class EnrolmentTool implements ToolProvider {
  private static final int REFUSED = 3;

  private final Enroller.Proved proved;

  /** For the command line: nothing else has to be done. */
  public EnrolmentTool() {
    this(() -> {});
  }

  /**
   * @param proved done before the platform's answer is taken
   */
  public EnrolmentTool(Enroller.Proved proved) {
    this.proved = proved;
  }

  @Override
  public String name() {
    return "kiosk-enrolment";
  }

  @Override
  public int run(PrintWriter out, PrintWriter err, String... arguments) {
    try {
      Asked asked = Asked.of(arguments);
      return switch (asked.action()) {
        case "look" -> Steps.look(asked, out);
        case "enrol" -> Steps.enrol(asked, out, proved);
        case "finish" -> Steps.finish(asked, out);
        default -> throw new IllegalArgumentException("not understood: " + asked.action());
      };
    } catch (IllegalArgumentException e) {
      err.println("kiosk: " + e.getMessage());
      return 2;
    } catch (RefusedException e) {
      err.println("kiosk: " + e.getMessage());
      return REFUSED;
    } catch (SocketTimeoutException e) {
      err.println("kiosk: the platform did not answer in time; the same code works again");
      return 1;
    } catch (LineException e) {
      err.println("kiosk: the line to the platform: " + e.getMessage());
      return 1;
    } catch (IOException | CryptoException e) {
      err.println("kiosk: " + e.getMessage() + "; nothing is lost, try again with the same code");
      return 1;
    } finally {
      out.flush();
      err.flush();
    }
  }
}
