package io.musemeter.scorer.service.provider;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection whose peer sends too much after a request, or whose last request is too old. A connection that merely
 * waits to be used again is closed as well by then, which costs nothing.
 */
final class BoundedAnswers extends ChannelDuplexHandler {
    private final long mostBytes;
    private final Duration longest;
    private long received;
    private Optional<Future<?>> deadline = Optional.empty();

    /**
     * @param mostBytes most bytes received after a request, headers included
     * @param longest longest time after a request
     */
    BoundedAnswers(long mostBytes, Duration longest) {
        this.mostBytes = mostBytes;
        this.longest = longest;
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        received = 0;
        forgetDeadline();
        deadline = Optional.of(
                context.executor().schedule(() -> close(context), longest.toMillis(), TimeUnit.MILLISECONDS));
        ChannelFuture unused = context.write(message, promise);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        received += message instanceof ByteBuf bytes ? bytes.readableBytes() : 0;
        if (received <= mostBytes) {
            context.fireChannelRead(message);
            return;
        }
        ReferenceCountUtil.release(message);
        if (context.channel().isOpen()) {
            context.fireExceptionCaught(new AnswerTooLongException());
            close(context);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        forgetDeadline();
        context.fireChannelInactive();
    }

    private static void close(ChannelHandlerContext context) {
        ChannelFuture unused = context.close();
    }

    private void forgetDeadline() {
        deadline.ifPresent(future -> future.cancel(false));
        deadline = Optional.empty();
    }
}
