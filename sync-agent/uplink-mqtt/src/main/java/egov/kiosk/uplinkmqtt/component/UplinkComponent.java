package egov.kiosk.uplinkmqtt.component;

import egov.kiosk.agent.uplink.SendOutcome;
import egov.kiosk.agent.uplink.Uplink;
import egov.kiosk.agent.uplink.UplinkListener;
import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.envelope.EnvelopeSealer;
import egov.kiosk.domain.fleet.FleetLine;
import egov.kiosk.domain.fleet.FleetListener;
import egov.kiosk.domain.fleet.LineTrial;
import egov.kiosk.domain.fleet.UpChannel;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.health.Level;
import egov.kiosk.domain.outbox.QueuedEnvelope;
import egov.kiosk.tls.LineSecurities;
import egov.kiosk.tls.LineSecurity;
import egov.kiosk.uplinkmqtt.MqttUplink;
import egov.kiosk.uplinkmqtt.link.BrokerAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Offers the uplink and the line for what is not queued; connects only when the agent starts it.
 * What comes down goes to every {@link FleetListener} service.
 */
@Component(
    configurationPid = "uplink",
    service = {Uplink.class, FleetLine.class, LineTrial.class, HealthCheck.class})
@Designate(ocd = UplinkConfiguration.class)
public final class UplinkComponent implements Uplink, FleetLine, LineTrial, HealthCheck {
  private static final Duration STOP = Duration.ofSeconds(4);

  private final BundleContext context;
  private final LineSecurities lines = new LineSecurities(List.of());
  private final MqttUplink uplink;

  /** Reads the configuration; a wrong value is refused here. */
  @Activate
  public UplinkComponent(
      @Reference EnvelopeSealer sealer, UplinkConfiguration configuration, BundleContext context) {
    this.context = context;
    uplink = new MqttUplink(sealer.kioskId(), ConfiguredSettings.of(configuration), lines);
  }

  /** Takes a new configuration; an unchanged one changes nothing. */
  @Modified
  void modified(UplinkConfiguration configuration) {
    uplink.reconfigure(ConfiguredSettings.of(configuration));
  }

  @Reference(
      service = FleetListener.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  void addListener(ServiceReference<FleetListener> reference) {
    uplink.add(new ListenerService(context, reference));
  }

  void removeListener(ServiceReference<FleetListener> reference) {
    uplink.remove(new ListenerService(context, reference));
    context.ungetService(reference);
  }

  /** Takes one more way to secure lines, a plug-in's among them. */
  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void addSecurity(LineSecurity security) {
    lines.add(security);
  }

  void removeSecurity(LineSecurity security) {
    lines.remove(security);
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
  public CompletionStage<Boolean> send(UpChannel channel, byte[] payload) {
    return uplink.send(channel, payload);
  }

  @Override
  public int maxBytes() {
    return uplink.maxBytes();
  }

  @Override
  public boolean metered() {
    return uplink.metered();
  }

  @Override
  public boolean heartbeatWanted() {
    return uplink.heartbeatWanted();
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
  public void renew(String address, Duration timeout) {
    uplink.renew(BrokerAddress.parse(address), timeout);
  }

  @Override
  public String name() {
    return "broker";
  }

  @Override
  public Finding check(Duration timeout) {
    String trouble = uplink.trouble();
    if (trouble.isEmpty()) {
      return Finding.ok(
          name(),
          "connected to "
              + uplink.broker()
              + uplink
                  .agreed()
                  .map(facts -> " over " + facts.protocol() + " with " + facts.suite())
                  .orElse(" without encryption"));
    }
    return new Finding(
        name(),
        Level.WARN,
        "no connection to " + uplink.broker() + ": " + trouble,
        Actor.TECHNICIAN,
        "check the network cable and the broker; accepted work is kept and sent later");
  }
}
