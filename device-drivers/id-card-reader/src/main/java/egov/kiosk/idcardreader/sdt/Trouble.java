package egov.kiosk.idcardreader.sdt;

import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.FaultCode;

/** Why an attempt brought no answer. */
enum Trouble {
  SILENCE(FaultCode.NO_ANSWER, "no answer came; check power, cable and the configured baud rate"),
  BROKEN_OFF(
      FaultCode.LINE_NOISE, "bytes came but no whole answer; check the cable and its shielding"),
  DAMAGE(FaultCode.LINE_NOISE, "answers come damaged; check the cable and its shielding"),
  STRANGE_ANSWER(
      FaultCode.PROTOCOL_ERROR, "the answer belongs to another command; restart the reader");

  private final FaultCode fault;
  private final String text;

  Trouble(FaultCode fault, String text) {
    this.fault = fault;
    this.text = text;
  }

  String text() {
    return text;
  }

  DeviceException failure(String device, SdtCommand command) {
    return new DeviceException(fault, device, command + ": " + text);
  }
}
