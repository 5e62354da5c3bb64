package egov.kiosk.platform.broker;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Closes every connection that does not begin with an MQTT 5 CONNECT (§3.1.2), or takes too long
 * about it. Artemis alone keeps an unknown handshake open for ever, and answers HTTP even when MQTT
 * is its only protocol.
 */
final class ConnectOnly extends ByteToMessageDecoder {
  private static final int CONNECT = 0x10;
  private static final int LONGEST_LENGTH = 4;
  private static final byte[] MQTT_5 = {0, 4, 'M', 'Q', 'T', 'T', 5};
  private static final int PATIENCE_SECONDS = 5;

  private Future<?> patience;

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    patience =
        context
            .executor()
            .schedule(() -> refuse(context, "no-handshake"), PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
    int at = in.readerIndex();
    int end = in.writerIndex();
    if (in.getUnsignedByte(at) != CONNECT) {
      in.skipBytes(in.readableBytes());
      refuse(context, "other-protocol");
      return;
    }
    int lengthEnd = at + 1;
    while (lengthEnd < end && in.getByte(lengthEnd) < 0) {
      lengthEnd++;
    }
    int name = lengthEnd + 1;
    boolean wrong = lengthEnd - at > LONGEST_LENGTH;
    for (int i = 0; !wrong && i < MQTT_5.length && name + i < end; i++) {
      wrong = in.getByte(name + i) != MQTT_5[i];
    }
    if (wrong) {
      in.skipBytes(in.readableBytes());
      refuse(context, "other-protocol");
    } else if (name + MQTT_5.length <= end) {
      patience.cancel(false);
      context.pipeline().remove(this);
    }
  }

  @Override
  protected void handlerRemoved0(ChannelHandlerContext context) {
    patience.cancel(false);
  }

  private static void refuse(ChannelHandlerContext context, String act) {
    Audit.refused(null, act);
    context.close();
  }
}
