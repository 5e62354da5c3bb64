package egov.kiosk.pageprinter.ipp;

import egov.kiosk.domain.device.FaultCode;
import java.util.Objects;

/** A printer answered wrongly, refused, or not at all. Never carries what the peer wrote. */
public final class IppException extends Exception {
  private static final long serialVersionUID = 1L;

  private final FaultCode fault;
  private final boolean refused;

  private IppException(FaultCode fault, boolean refused, String message) {
    super(message);
    this.fault = Objects.requireNonNull(fault, "fault");
    this.refused = refused;
  }

  /** What answers does not keep to the protocol. */
  static IppException nonsense(String what) {
    return new IppException(
        FaultCode.PROTOCOL_ERROR, false, what + "; correct the configured address");
  }

  /** No answer in time. */
  static IppException silent() {
    return new IppException(
        FaultCode.NO_ANSWER, false, "the printer does not answer; switch it off and on");
  }

  /**
   * The printer understood and said no.
   *
   * @param status the IPP status code (RFC 8011 appendix B)
   */
  static IppException refused(int status) {
    // server-error-busy and server-error-not-accepting-jobs
    boolean busy = status == 0x0507 || status == 0x0506;
    return new IppException(
        busy ? FaultCode.BUSY : FaultCode.PRINTER_ERROR,
        true,
        String.format("the printer refused (IPP status %04x); see its own display", status));
  }

  /** It cannot print documents of any kind we have. */
  static IppException noFormat() {
    return new IppException(
        FaultCode.PRINTER_ERROR, true, "the printer takes neither this document's format nor ours");
  }

  public FaultCode fault() {
    return fault;
  }

  /** Whether the printer understood and said no, so that certainly nothing was taken. */
  public boolean refused() {
    return refused;
  }
}
