package egov.kiosk.cabinet;

import egov.kiosk.cabinet.modbus.ModbusMaster;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DeviceIdentity;
import egov.kiosk.link.Condition;
import egov.kiosk.link.Link;
import egov.kiosk.link.LinkException;
import egov.kiosk.link.PluggedConnection;
import java.util.Optional;

/** An open line to the board. Lives on the device's thread. */
final class BoardConnection implements PluggedConnection {
  private final Link link;
  private final ModbusMaster board;
  private final CabinetProfile profile;
  private final Watch watch;
  private final Wanted wanted;
  private final DeviceIdentity identity;
  private long written;

  private BoardConnection(
      Link link, ModbusMaster board, CabinetSettings settings, Watch watch, Wanted wanted) {
    this.link = link;
    this.board = board;
    this.profile = settings.profile();
    this.identity = settings.address().identity();
    this.watch = watch;
    this.wanted = wanted;
  }

  /** Greets the board: it shows its sensors and takes its coils, or it is none. */
  static BoardConnection greet(Link link, CabinetSettings settings, Watch watch, Wanted wanted)
      throws DeviceException, LinkException, InterruptedException {
    ModbusMaster board =
        new ModbusMaster(RelayCabinet.NAME, link, settings.unit(), settings.answerLimit());
    BoardConnection connection = new BoardConnection(link, board, settings, watch, wanted);
    boolean well = false;
    try {
      connection.glance();
      well = true;
      return connection;
    } finally {
      if (!well) {
        connection.close();
      }
    }
  }

  @Override
  public void glance() throws DeviceException, LinkException, InterruptedException {
    if (profile.inputs() > 0) {
      watch.sensed(Sensed.of(profile, board.inputs(0, profile.inputs())));
    }
    long version = wanted.version();
    if (version != written && profile.coils() > 0) {
      board.coils(0, wanted.coils());
    }
    written = version;
    wanted.done(version);
  }

  /** Modbus has no serial number for a board of relays; its adapter may have one. */
  @Override
  public Optional<DeviceIdentity> identity() {
    return Optional.of(identity);
  }

  @Override
  public Condition condition() {
    return watch.now().condition();
  }

  @Override
  public void close() {
    link.close();
    watch.lost();
  }
}
