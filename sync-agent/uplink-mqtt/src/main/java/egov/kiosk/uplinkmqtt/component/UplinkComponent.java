package egov.kiosk.uplinkmqtt.component;

import egov.kiosk.agent.uplink.SendOutcome;
import egov.kiosk.agent.uplink.Uplink;
import egov.kiosk.agent.uplink.UplinkListener;
import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.envelope.EnvelopeSealer;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.health.Level;
import egov.kiosk.domain.outbox.QueuedEnvelope;
import egov.kiosk.uplinkmqtt.MqttUplink;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** Offers the uplink; connects only when the agent starts it. */
@Component(
    configurationPid = "uplink",
    service = {Uplink.class, HealthCheck.class})
@Designate(ocd = UplinkConfiguration.class)
public final class UplinkComponent implements Uplink, HealthCheck {
  private static final Duration STOP = Duration.ofSeconds(4);

  private final MqttUplink uplink;

  /** Reads the configuration; a wrong value is refused here. */
  @Activate
  public UplinkComponent(@Reference EnvelopeSealer sealer, UplinkConfiguration configuration) {
    uplink = new MqttUplink(sealer.kioskId(), ConfiguredSettings.of(configuration));
  }

  /** Takes a new configuration; an unchanged one changes nothing. */
  @Modified
  void modified(UplinkConfiguration configuration) {
    uplink.reconfigure(ConfiguredSettings.of(configuration));
  }

  @Deactivate
  void close() {
    uplink.stop(STOP);
  }

  @Override
  public void start(UplinkListener listener) {
    uplink.start(listener);
  }

  @Override
  public CompletionStage<SendOutcome> send(QueuedEnvelope message) {
    return uplink.send(message);
  }

  @Override
  public int window() {
    return uplink.window();
  }

  @Override
  public int maxMessageBytes() {
    return uplink.maxMessageBytes();
  }

  @Override
  public void stop(Duration timeout) {
    uplink.stop(timeout);
  }

  @Override
  public String name() {
    return "broker";
  }

  @Override
  public Finding check(Duration timeout) {
    String trouble = uplink.trouble();
    if (trouble.isEmpty()) {
      return Finding.ok(name(), "connected to " + uplink.broker());
    }
    return new Finding(
        name(),
        Level.WARN,
        "no connection to " + uplink.broker() + ": " + trouble,
        Actor.TECHNICIAN,
        "check the network cable and the broker; accepted work is kept and sent later");
  }
}
