"""The encoder with its heads: roles, roles within a content, names, and links from contents to cues to sources."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from torch import Tensor, nn
from transformers import AutoModel

from onrecord.reading.attribution.labels import LINK_WIDTH, NAME_TAGS, ROLE_TAGS
from onrecord.reading.attribution.pieces import SHAPES

HEADS = (len(ROLE_TAGS), len(ROLE_TAGS), len(NAME_TAGS))


@dataclass
class Output:
    """For each piece: `tags` for roles, inner roles and names, `link` (four vectors of LINK_WIDTH), `hidden`."""

    tags: Tensor
    link: Tensor
    hidden: Tensor


class Network(nn.Module):
    def __init__(self, folder: Path, layers: int | None = None) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(folder, attn_implementation="sdpa", add_pooling_layer=False)
        if layers is not None:
            self.encoder.encoder.layer = self.encoder.encoder.layer[:layers]
        size = self.encoder.config.hidden_size
        self.shape = nn.Embedding(SHAPES, size)
        nn.init.zeros_(self.shape.weight)
        self.drop = nn.Dropout(0.1)
        self.tags = nn.Linear(size, sum(HEADS))
        self.link = nn.Linear(size, 4 * LINK_WIDTH)

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor) -> Output:
        embedded = self.encoder.embeddings.word_embeddings(ids) + self.shape(shapes)
        hidden = self.encoder(inputs_embeds=embedded, attention_mask=mask).last_hidden_state
        dropped = self.drop(hidden)
        return Output(self.tags(dropped), self.link(dropped), hidden)
