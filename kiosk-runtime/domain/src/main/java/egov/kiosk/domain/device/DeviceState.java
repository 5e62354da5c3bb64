package egov.kiosk.domain.device;

/** The state of a device; one to one with the ten states of XFS4IoT (CEN/XFS successor). */
public enum DeviceState {
  ONLINE,
  OFFLINE,
  POWER_OFF,
  NO_DEVICE,
  HARDWARE_ERROR,
  USER_ERROR,
  BUSY,
  FRAUD_ATTEMPT,
  POTENTIAL_FRAUD,
  STARTING;

  /** Whether work can be given to the device now or as soon as it is free. */
  public boolean usable() {
    return this == ONLINE || this == BUSY || this == USER_ERROR;
  }
}
