import type { BotocoreShape } from '../botocore-model.js';
import type { SelectedStepType } from '../service-model-selection.js';

export const lineage: SelectedStepType = {
  stepType: 'Lineage',
  request: 'Pipelines.Lineage',
  composed: {
    arguments: {
      type: 'structure',
      members: {
        Actions: { shape: 'LineageActions' },
        Artifacts: { shape: 'LineageArtifacts' },
        Contexts: { shape: 'LineageContexts' },
        Associations: { shape: 'LineageAssociations' },
      },
    },
    shapes: {
      LineageActions: listOf('CreateActionRequest'),
      LineageArtifacts: listOf('CreateArtifactRequest'),
      LineageContexts: listOf('CreateContextRequest'),
      LineageAssociations: listOf('LineageAssociation'),
      // AddAssociation has SourceArn and DestinationArn; a definition names either end by what it just made, or by ARN.
      LineageAssociation: {
        type: 'structure',
        required: ['Source', 'Destination'],
        members: {
          Source: { shape: 'LineageAssociationEnd' },
          Destination: { shape: 'LineageAssociationEnd' },
          AssociationType: { shape: 'AssociationEdgeType' },
        },
      },
      LineageAssociationEnd: {
        type: 'structure',
        members: {
          Name: { shape: 'ContextName' },
          Type: { shape: 'LineageEndType' },
          Arn: { shape: 'AssociationEntityArn' },
        },
      },
      LineageEndType: { type: 'string', enum: ['Action', 'Artifact', 'Context'] },
    },
    source: 'SDK workflow/lineage_step.py; for associations SDK v3 sagemaker-train, evaluate/pipeline_templates.py',
  },
  describe: [],
  changes: [],
};

function listOf(shape: string): BotocoreShape {
  return { type: 'list', member: { shape } };
}
