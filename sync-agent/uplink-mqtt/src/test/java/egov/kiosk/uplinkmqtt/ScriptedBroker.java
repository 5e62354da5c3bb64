package egov.kiosk.uplinkmqtt;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnAckVariableHeader;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageIdAndPropertiesVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.IntegerProperty;
import io.netty.handler.codec.mqtt.MqttPubAckMessage;
import io.netty.handler.codec.mqtt.MqttPubReplyMessageVariableHeader;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttReasonCodeAndPropertiesVariableHeader;
import io.netty.handler.codec.mqtt.MqttSubAckMessage;
import io.netty.handler.codec.mqtt.MqttSubAckPayload;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A broker end that does what the test says, well or badly. */
public final class ScriptedBroker implements AutoCloseable {
  private final NioEventLoopGroup threads = new NioEventLoopGroup(1);
  private final Channel listening;
  private final List<MqttConnectMessage> connects = new ArrayList<>();
  private final List<Integer> unacknowledged = new ArrayList<>();
  private final List<String> topics = new ArrayList<>();
  private final List<MqttSubscribeMessage> subscribes = new ArrayList<>();
  private final List<MqttMessageType> packets = new ArrayList<>();
  private int mostUnacknowledged;
  private int retained;
  private int publishAnswer = 0;
  private boolean answering = true;
  private boolean mute;
  private MqttConnectReturnCode connectAnswer = MqttConnectReturnCode.CONNECTION_ACCEPTED;
  private int receiveMaximum;
  private int maximumPacketSize;
  private Channel client;

  public ScriptedBroker() {
    this("127.0.0.1");
  }

  public ScriptedBroker(String address) {
    listening =
        new ServerBootstrap()
            .group(threads)
            .channel(NioServerSocketChannel.class)
            .childHandler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    channel
                        .pipeline()
                        .addLast(MqttEncoder.INSTANCE, new MqttDecoder(1 << 20), new Script());
                  }
                })
            .bind(new InetSocketAddress(address, 0))
            .syncUninterruptibly()
            .channel();
  }

  public int port() {
    return ((InetSocketAddress) listening.localAddress()).getPort();
  }

  /** CONNACK from now on carries this; 0 leaves it out. */
  public synchronized ScriptedBroker receiveMaximum(int messages) {
    receiveMaximum = messages;
    return this;
  }

  /** CONNACK from now on carries this; 0 leaves it out. */
  public synchronized ScriptedBroker maximumPacketSize(int bytes) {
    maximumPacketSize = bytes;
    return this;
  }

  /** PUBACK reason from now on, at once; -1 keeps silent until {@link #acknowledge}. */
  public synchronized ScriptedBroker answerPublish(int code) {
    publishAnswer = code;
    return this;
  }

  /** Whether CONNECT gets any answer. */
  public synchronized ScriptedBroker answerConnect(boolean answers) {
    answering = answers;
    return this;
  }

  /** What CONNECT gets. */
  public synchronized ScriptedBroker connectAnswer(MqttConnectReturnCode code) {
    connectAnswer = code;
    return this;
  }

  /** Whether everything but CONNECT and pings stays unanswered: stuck, but not dead. */
  public synchronized ScriptedBroker mute(boolean stuck) {
    mute = stuck;
    return this;
  }

  /** Acknowledges everything that waits. */
  public synchronized void acknowledge() {
    List.copyOf(unacknowledged).forEach(id -> puback(client, id, 0));
    unacknowledged.clear();
  }

  public synchronized void send(String topic, byte[] payload, boolean retained) {
    client.writeAndFlush(
        MqttMessageBuilders.publish()
            .topicName(topic)
            .qos(MqttQoS.AT_LEAST_ONCE)
            .messageId(7)
            .retained(retained)
            .payload(Unpooled.wrappedBuffer(payload))
            .build());
  }

  public synchronized void sendRaw(byte[] bytes) {
    client.pipeline().context(MqttEncoder.INSTANCE).writeAndFlush(Unpooled.wrappedBuffer(bytes));
  }

  public synchronized void disconnect(int reason) {
    client
        .writeAndFlush(
            new MqttMessage(
                new MqttFixedHeader(
                    MqttMessageType.DISCONNECT, false, MqttQoS.AT_MOST_ONCE, false, 0),
                new MqttReasonCodeAndPropertiesVariableHeader(
                    (byte) reason, MqttProperties.NO_PROPERTIES)))
        .addListener(done -> client.close());
  }

  public synchronized void cut() {
    client.close();
  }

  public synchronized List<MqttConnectMessage> connects() {
    return List.copyOf(connects);
  }

  public synchronized List<MqttSubscribeMessage> subscribes() {
    return List.copyOf(subscribes);
  }

  public synchronized List<String> topics() {
    return List.copyOf(topics);
  }

  public synchronized List<MqttMessageType> packets() {
    return List.copyOf(packets);
  }

  public synchronized int waiting() {
    return unacknowledged.size();
  }

  public synchronized int retained() {
    return retained;
  }

  public synchronized int mostWaiting() {
    return mostUnacknowledged;
  }

  @Override
  public void close() {
    if (threads.isShuttingDown()) {
      return;
    }
    listening.close().syncUninterruptibly();
    threads.shutdownGracefully(0, 2, TimeUnit.SECONDS).syncUninterruptibly();
  }

  private static void puback(Channel channel, int id, int code) {
    channel.writeAndFlush(
        new MqttPubAckMessage(
            new MqttFixedHeader(MqttMessageType.PUBACK, false, MqttQoS.AT_MOST_ONCE, false, 0),
            new MqttPubReplyMessageVariableHeader(id, (byte) code, MqttProperties.NO_PROPERTIES)));
  }

  private final class Script extends SimpleChannelInboundHandler<MqttMessage> {
    @Override
    protected void channelRead0(ChannelHandlerContext context, MqttMessage packet) {
      synchronized (ScriptedBroker.this) {
        packets.add(packet.fixedHeader().messageType());
        if (packet instanceof MqttConnectMessage connect) {
          connects.add(connect);
          client = context.channel();
          if (answering) {
            context.writeAndFlush(connack());
          }
        } else if (packet.fixedHeader().messageType() == MqttMessageType.DISCONNECT) {
          context.close();
        } else if (packet.fixedHeader().messageType() == MqttMessageType.PINGREQ) {
          context.writeAndFlush(MqttMessage.PINGRESP);
        } else if (mute) {
          return;
        } else if (packet instanceof MqttSubscribeMessage subscribe) {
          context.writeAndFlush(
              new MqttSubAckMessage(
                  new MqttFixedHeader(
                      MqttMessageType.SUBACK, false, MqttQoS.AT_MOST_ONCE, false, 0),
                  new MqttMessageIdAndPropertiesVariableHeader(
                      subscribe.variableHeader().messageId(), MqttProperties.NO_PROPERTIES),
                  new MqttSubAckPayload(
                      subscribe.payload().topicSubscriptions().stream().map(one -> 1).toList())));
          subscribes.add(subscribe);
        } else if (packet instanceof MqttPublishMessage publish) {
          publish(context.channel(), publish);
        }
      }
    }

    private void publish(Channel channel, MqttPublishMessage publish) {
      topics.add(publish.variableHeader().topicName());
      retained += publish.fixedHeader().isRetain() ? 1 : 0;
      int id = publish.variableHeader().packetId();
      boolean presence = publish.variableHeader().topicName().endsWith("/state/link");
      if (publish.fixedHeader().qosLevel() == MqttQoS.AT_MOST_ONCE) {
        return;
      }
      if (presence || publishAnswer >= 0) {
        puback(channel, id, presence ? 0 : publishAnswer);
        return;
      }
      unacknowledged.add(id);
      mostUnacknowledged = Math.max(mostUnacknowledged, unacknowledged.size());
    }

    private MqttConnAckMessage connack() {
      MqttProperties properties = new MqttProperties();
      if (receiveMaximum > 0) {
        properties.add(
            new IntegerProperty(
                MqttProperties.MqttPropertyType.RECEIVE_MAXIMUM.value(), receiveMaximum));
      }
      if (maximumPacketSize > 0) {
        properties.add(
            new IntegerProperty(
                MqttProperties.MqttPropertyType.MAXIMUM_PACKET_SIZE.value(), maximumPacketSize));
      }
      return new MqttConnAckMessage(
          new MqttFixedHeader(MqttMessageType.CONNACK, false, MqttQoS.AT_MOST_ONCE, false, 0),
          new MqttConnAckVariableHeader(connectAnswer, false, properties));
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      synchronized (ScriptedBroker.this) {
        unacknowledged.clear();
      }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      context.close();
    }
  }
}
