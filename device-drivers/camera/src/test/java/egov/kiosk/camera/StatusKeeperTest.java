package egov.kiosk.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;

import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.device.FaultCode;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StatusKeeperTest {
  private Instant now = Instant.EPOCH;
  private boolean present = true;
  private final StatusKeeper keeper = new StatusKeeper(() -> now, () -> present);

  @Test
  void off_isWhatTheDeviceFileSays() {
    assertEquals(DeviceState.ONLINE, keeper.status().state());
    present = false;
    assertEquals(DeviceState.NO_DEVICE, keeper.status().state());
    present = true;
    assertEquals(DeviceState.ONLINE, keeper.status().state());
  }

  @Test
  void faultWhenLastOn_isBelievedForHalfAMinute() {
    keeper.filming(Optional.empty());
    keeper.fault(FaultCode.CAMERA_LOST);
    keeper.off();

    now = now.plusSeconds(29);
    assertEquals(Set.of(FaultCode.CAMERA_LOST), keeper.status().faults());
    now = now.plusSeconds(2);
    assertEquals(Set.of(), keeper.status().faults());
  }

  @Test
  void sameStateAgain_keepsItsBeginning() {
    now = now.plusSeconds(5);
    keeper.filming(Optional.empty());
    assertEquals(Instant.EPOCH, keeper.status().since());

    keeper.fault(FaultCode.CAMERA_LOST);
    assertEquals(now, keeper.status().since());
  }

  @Test
  void darkPictures_areAFaultBesideOnlineUntilTheyAreBright() {
    keeper.filming(Optional.of(FaultCode.CAMERA_DARK));
    assertEquals(DeviceState.ONLINE, keeper.status().state());
    assertEquals(Set.of(FaultCode.CAMERA_DARK), keeper.status().faults());

    keeper.filming(Optional.empty());
    assertEquals(Set.of(), keeper.status().faults());
  }
}
