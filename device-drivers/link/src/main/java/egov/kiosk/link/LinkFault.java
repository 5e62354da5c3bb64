package egov.kiosk.link;

import egov.kiosk.domain.device.FaultCode;

/** Why a link cannot be had or cannot go on. */
public enum LinkFault {
  /** Nothing is at the address: not plugged in, switched off, or a wrong address. */
  NOT_THERE(FaultCode.NO_DEVICE),
  /** Something is there, but it may not be opened, or another program holds it. */
  CANNOT_OPEN(FaultCode.CANNOT_OPEN),
  /** It was open and went away: unplugged, switched off, connection reset. */
  LOST(FaultCode.NO_DEVICE),
  /** The line takes no more bytes. */
  STUCK(FaultCode.NO_ANSWER),
  /** This side closed it. */
  CLOSED(FaultCode.NO_DEVICE);

  private final FaultCode deviceFault;

  LinkFault(FaultCode deviceFault) {
    this.deviceFault = deviceFault;
  }

  /** The same in the words every device uses; it says who must act. */
  public FaultCode deviceFault() {
    return deviceFault;
  }
}
