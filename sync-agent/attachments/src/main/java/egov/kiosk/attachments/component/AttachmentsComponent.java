package egov.kiosk.attachments.component;

import egov.kiosk.attachments.AttachmentCheck;
import egov.kiosk.attachments.AttachmentRoom;
import egov.kiosk.attachments.AttachmentSettings;
import egov.kiosk.attachments.StoredAttachments;
import egov.kiosk.attachments.store.PosixDisk;
import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.envelope.Sm3Digest;
import egov.kiosk.domain.fleet.AttachmentException;
import egov.kiosk.domain.fleet.Attachments;
import egov.kiosk.domain.fleet.ChunkCipher;
import egov.kiosk.domain.fleet.DownChannel;
import egov.kiosk.domain.fleet.FleetLine;
import egov.kiosk.domain.fleet.FleetListener;
import egov.kiosk.domain.fleet.OrderVerifier;
import egov.kiosk.domain.fleet.StatementSealer;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.outbox.ConnectivityListener;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.outbox.SettlementListener;
import egov.kiosk.domain.transaction.TransactionId;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** Runs the room as long as there are a queue, keys and a line. */
@Component(
    configurationPid = "attachments",
    configurationPolicy = ConfigurationPolicy.REQUIRE,
    immediate = true,
    service = {
      Attachments.class,
      FleetListener.class,
      SettlementListener.class,
      ConnectivityListener.class,
      HealthCheck.class
    })
@Designate(ocd = AttachmentsConfiguration.class)
public final class AttachmentsComponent
    implements Attachments, FleetListener, SettlementListener, ConnectivityListener, HealthCheck {
  private final AttachmentRoom room;
  private final AttachmentCheck check;
  private AttachmentSettings settings;

  /** Starts the room. */
  @Activate
  public AttachmentsComponent(
      AttachmentsConfiguration configuration,
      @Reference Outbox outbox,
      @Reference StatementSealer sealer,
      @Reference ChunkCipher cipher,
      @Reference Sm3Digest digests,
      @Reference FleetLine line,
      @Reference OrderVerifier verifier) {
    settings = ConfiguredSettings.of(configuration);
    room =
        new AttachmentRoom(
            ConfiguredSettings.directory(configuration),
            new PosixDisk(),
            new StoredAttachments.Tools(outbox, sealer, cipher, digests),
            new AttachmentRoom.Line(line, verifier),
            settings,
            Clock.systemDefaultZone(),
            System::nanoTime);
    check = new AttachmentCheck(room::status);
    room.start();
  }

  /** Takes new settings while it works; another directory counts from the next start on. */
  @Modified
  synchronized void modified(AttachmentsConfiguration configuration) {
    AttachmentSettings changed = ConfiguredSettings.of(configuration);
    if (!changed.equals(settings)) {
      settings = changed;
      room.settings(changed);
    }
  }

  @Deactivate
  void deactivate() {
    room.close();
  }

  @Override
  public TransactionId attach(
      TransactionId transactionId, String name, String mediaType, InputStream content)
      throws AttachmentException {
    return room.attach(transactionId, name, mediaType, content);
  }

  @Override
  public void attach(
      TransactionId id,
      TransactionId transactionId,
      String name,
      String mediaType,
      InputStream content)
      throws AttachmentException {
    room.attach(id, transactionId, name, mediaType, content);
  }

  @Override
  public void received(DownChannel channel, byte[] payload) {
    room.received(channel, payload);
  }

  @Override
  public void settled(PlatformReceipt receipt) {
    room.settled(receipt);
  }

  @Override
  public void connectivityChanged(boolean online) {
    room.connectivityChanged(online);
  }

  @Override
  public String name() {
    return check.name();
  }

  @Override
  public Finding check(Duration timeout) {
    return check.check(timeout);
  }
}
