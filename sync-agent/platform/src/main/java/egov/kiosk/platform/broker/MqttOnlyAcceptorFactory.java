package egov.kiosk.platform.broker;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.activemq.artemis.core.protocol.ProtocolHandler;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.apache.activemq.artemis.core.server.cluster.ClusterConnection;
import org.apache.activemq.artemis.core.server.metrics.MetricsManager;
import org.apache.activemq.artemis.spi.core.protocol.ProtocolManager;
import org.apache.activemq.artemis.spi.core.remoting.Acceptor;
import org.apache.activemq.artemis.spi.core.remoting.AcceptorFactory;
import org.apache.activemq.artemis.spi.core.remoting.BufferHandler;
import org.apache.activemq.artemis.spi.core.remoting.ServerConnectionLifeCycleListener;
import org.apache.activemq.artemis.utils.actors.OrderedExecutor;

/**
 * Makes the broker's acceptor with {@link ConnectOnly} in front of it. Artemis has no hook at that
 * place, so the acceptor's protocol handler is exchanged by reflection; with an Artemis where that
 * field is gone no acceptor is made, and {@link Broker#start} says so.
 */
public final class MqttOnlyAcceptorFactory implements AcceptorFactory {
  @Override
  public Acceptor createAcceptor(
      String name,
      ClusterConnection cluster,
      Map<String, Object> configuration,
      BufferHandler handler,
      ServerConnectionLifeCycleListener listener,
      Executor threadPool,
      ScheduledExecutorService scheduler,
      Map<String, ProtocolManager> protocols,
      String threadGroup,
      MetricsManager metrics) {
    NettyAcceptor acceptor =
        new NettyAcceptor(
            name,
            cluster,
            configuration,
            handler,
            listener,
            scheduler,
            new OrderedExecutor(threadPool),
            protocols,
            threadGroup,
            metrics);
    try {
      Field field = NettyAcceptor.class.getDeclaredField("protocolHandler");
      field.setAccessible(true);
      field.set(acceptor, new GatedProtocols(protocols, acceptor, scheduler));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this Artemis cannot be limited to MQTT", e);
    }
    return acceptor;
  }

  private static final class GatedProtocols extends ProtocolHandler {
    GatedProtocols(
        Map<String, ProtocolManager> protocols,
        NettyAcceptor acceptor,
        ScheduledExecutorService scheduler) {
      super(protocols, acceptor, scheduler);
    }

    @Override
    public ChannelHandler getProtocolDecoder() {
      ChannelHandler detection = super.getProtocolDecoder();
      return new ChannelInitializer<Channel>() {
        @Override
        protected void initChannel(Channel channel) {
          channel.pipeline().addLast(new ConnectOnly(), detection);
        }
      };
    }
  }
}
